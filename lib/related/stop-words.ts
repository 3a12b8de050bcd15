// English words that say nothing about what a paper is about. They keep their place in a text, for phrases, and are not searched for.

const list = `a about above after again against all also am an and any are as at be because been before being below between both
but by can cannot could d did do does doing down during each few for from further had has have having he her here hers him his how
however i if in into is it its itself just ll m may me might more most must my no nor not now of off on once only or other our ours
out over own re s same shall she should so some such t than that the their theirs them then there these they this those through thus
to too under until up upon us ve very via was we were what when where whether which while who whom whose why will with within without
would yet you your yours`;

export const stopWords: ReadonlySet<string> = new Set(list.split(/\s+/));

/** Words of any paper: they are searched for, but that two papers both have them is no reason. */
const dull = `ability able achieve achieves across address advances aim approach approaches art available based best better challenge
challenges challenging compared comprehensive current dataset datasets demonstrate demonstrates despite different diverse easily
easy effective effectively efficient enable enables enhance existing experiments extensive framework future general high improve
improved improvements including introduce key lack large leading leverage limited make method methods multiple need new novel
often one open outperforms overall paper perform performance performs potential present problem prohibitive propose proposed
provide publicly real recent report require results robust show significant significantly source specific state still strong
struggle study system task tasks technical technique techniques three towards two unified unique unveil use used using various
well wide work works`;

export const dullWords: ReadonlySet<string> = new Set(dull.split(/\s+/));
