// What the measurement takes of the extension: the rankers that are judged, the reader of the feed, and the words the reference rankers
// count, so that rankers are compared and not ways of splitting a text.
export { parseFeedItems } from '../../../lib/feed/feed-schema';
export { rankForYou } from '../../../lib/for-you/rank-for-you';
export { createRanker } from '../../../lib/related/ranker';
export { stopWords } from '../../../lib/related/stop-words';
export { stemOf, wordsOf } from '../../../lib/related/words';
