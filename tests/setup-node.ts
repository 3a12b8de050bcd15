// Mends, for unit tests, what Node has wrong and browsers have right. Once it is called often, `URL.canParse` of Node 20 takes text with
// `ü` and the like for unreadable.

URL.canParse = (address, base) => {
  try {
    return Boolean(new URL(address, base));
  } catch {
    return false;
  }
};
