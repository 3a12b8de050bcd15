// Where the feed keeps its small pictures: the only host the extension's pages load pictures from.

export const thumbnailHost = 'cdn-thumbnails.huggingface.co';

/** Whether the address is one of the feed's own pictures, over TLS. */
export const isThumbnail = (address: string): boolean =>
  URL.canParse(address) && new URL(address).origin === `https://${thumbnailHost}`;
