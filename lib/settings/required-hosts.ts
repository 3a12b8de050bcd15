// The hosts Papergloss asks for when it is installed, as match patterns: the manifest and the content script take them from here.
// Everything beyond is asked for when the reader wants it, never in an update: that would switch the extension off for everybody.

export const requiredHosts: readonly string[] = [
  'https://*.arxiv.org/*',
  'https://github.com/*',
  'https://gist.github.com/*',
  'https://huggingface.co/*',
];
