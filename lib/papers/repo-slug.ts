// GitHub repositories in addresses. Runs in content scripts: no imports.

/** First path segments that are GitHub's own pages and can be no account. */
const reservedSegments = new Set(
  (
    'about account accounts advisories admin apps assets auth blog business changelog codespaces collections contact ' +
    'copilot customer-stories customers dashboard discussions edu education enterprise enterprises events explore ' +
    'features gist git-guides help home issues join login logout marketplace mcp mobile models new newsroom nonprofits ' +
    'notifications open-source organizations orgs partners personal premium-support pricing privacy ' +
    'projects pulls readme repositories resources search security sessions settings shop signin signup site sitemap ' +
    'solutions sponsors stars status support team teams terms topics tos trending trust-center user-attachments ' +
    'users watching why-github'
  ).split(' '),
);

/** Letters, digits and single hyphens inside, 39 at most. */
const ownerGrammar = /^(?=.{1,39}$)[a-z\d]+(?:-[a-z\d]+)*$/i;

const nameGrammar = /^(?!\.{1,2}$)[\w.-]{1,100}$/;

/** The form nearly every address has, read without taking it apart; whatever differs in anything goes the long way. */
const plainAddress = /^https:\/\/github\.com\/([\w-]+)\/([\w-]+)(?:\/[\w/-]*)?$/;

/** Spells the clone address `git@github.com:owner/name` and addresses without a scheme as URLs. */
function asUrl(address: string): string {
  return address
    .trim()
    .replace(/^git@github\.com:/i, 'ssh://github.com/')
    .replace(/^(?:\/\/)?(?=(?:www\.)?github\.com\/)/i, 'https://');
}

/**
 * The repository an address on github.com belongs to, as `owner/name` in the case of the address: its front page, a file, an
 * issue, a clone address. Undefined for accounts, GitHub's own pages, gists, raw files, other hosts, and what is no address.
 * Never throws, takes time linear in the length.
 */
export function repoSlugFromUrl(url: string | URL): string | undefined {
  const address = String(url);
  const plain = plainAddress.exec(address);
  if (plain) return slugOf(plain[1], plain[2]);
  let parsed: URL;
  try {
    parsed = new URL(asUrl(address));
  } catch {
    return undefined;
  }
  if (!/^(?:https?|ssh|git):$/.test(parsed.protocol) || !/^(?:www\.)?github\.com$/i.test(parsed.hostname)) {
    return undefined;
  }
  const [owner, name] = parsed.pathname.split('/', 10).filter(Boolean);
  return slugOf(owner, name);
}

function slugOf(owner = '', fullName = ''): string | undefined {
  const name = fullName.replace(/\.git$/i, '');
  if (reservedSegments.has(owner.toLowerCase())) return undefined;
  return ownerGrammar.test(owner) && nameGrammar.test(name) ? `${owner}/${name}` : undefined;
}
