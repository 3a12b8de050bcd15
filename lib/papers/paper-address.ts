// Where an address names an arXiv paper: hosts, paths and query parameters. Knows nothing of what an identifier looks like inside.

/** Sites whose addresses carry arXiv identifiers, with all their subdomains. */
const hosts =
  /(?:^|\.)(?:(?:arxiv|ar5iv|alphaxiv|doi|semanticscholar|sciencecast)\.org|(?:arxiv-vanity|scholar\.google|connectedpapers|catalyzex|scirate|emergentmind)\.com|(?:huggingface|hf)\.co|xxx\.lanl\.gov|inspirehep\.net|adsabs\.harvard\.edu|papers\.cool|shields\.io)\.?$/;

/** The identifier follows one or several of these path segments, or is labelled `arXiv:` wherever it stands. */
const pathToIdentifier =
  /(?:(?:\/(?:abs|pdf|html|ps|src|e-print|format|tb|dvi|refs|audio|bibtex|show-email\/[^/]+|papers?|forpaper|arxiv|overview|log|source|10\.48550))+\/|\/(?=arxiv:))(.+)/i;

const identifierParameter = /(?:^|_|arxiv)id$|^message$/i;

/** Spells an address as a URL: `hf://papers/…`, a bare DOI of arXiv, and addresses without a scheme. */
function asUrl(address: string): string {
  return address
    .trim()
    .replace(/^hf:\/\//i, 'https://hf.co/')
    .replace(/^(?:doi:)?(?=10\.48550\/)/i, 'https://doi.org/')
    .replace(/^(?:\/\/)?(?=[\w-]+\.[\w.-]+\/)/, 'https://');
}

/** Turns the odd spellings of a path into the common one: `…/identifier…`. */
function plainPath(path: string): string {
  return (
    path
      .replace(/%(?:20|2f|3a)/gi, decodeURIComponent)
      .replace(/\/{2,}/g, '/')
      // arXiv's old file tree: /ftp/arxiv/papers/1110/1110.2832.pdf, /ftp/cond-mat/papers/0408/0408502.pdf
      .replace(/^\/ftp\/([a-z-]+)\/papers\/\d{4}\//, '/pdf/$1/')
      // ADS bibcode: 2016arXiv161002026S, 2008arXiv0801.1234S
      .replace(/\/\d{4}arxiv(\d{4})\.?(\d{4,5})[a-z]/i, '/$1.$2')
      // badge image: /badge/arXiv-2402.01788-b31b1b.svg
      .replace(/^\/badge\/(?:[^/]*[^\d./])?(?=\d{4}\.\d{4,5})/, '/abs/')
  );
}

/**
 * The texts in an address that begin with an identifier if the address names a paper, best first;
 * [] for an address of another site or none at all. Never throws, takes time linear in the length.
 */
export function identifierPlaces(address: string): string[] {
  let url: URL;
  try {
    url = new URL(asUrl(address));
  } catch {
    return [];
  }
  if (!/^https?:$/.test(url.protocol) || !hosts.test(url.hostname)) return [];
  const query = url.searchParams;
  return [
    pathToIdentifier.exec(plainPath(url.pathname))?.[1] ?? '',
    `${query.get('archive')}/${query.get('papernum')}`,
    ...[...query].flatMap(([name, value]) =>
      identifierParameter.test(name) || /^arxiv:/i.test(value) ? [value] : [],
    ),
  ];
}
