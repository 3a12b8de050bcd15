// Where a paper is to be found on the sites that know it. Addresses only; whether one may be shown is ExternalLink's business.

export const arxivPage = (id: string) => `https://arxiv.org/abs/${id}`;
export const arxivPdf = (id: string) => `https://arxiv.org/pdf/${id}`;
export const huggingFacePage = (id: string) => `https://huggingface.co/papers/${id}`;
export const githubPage = (repository: string) => `https://github.com/${repository}`;
