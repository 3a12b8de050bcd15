// Which parts of a page are paragraphs, which are the reader's own writing, and which must stay as they are. Selectors only.

/** What holds running text of its own: within one of these a paper is annotated once, and text does not run on beyond it. */
export const blocks =
  'p,li,td,th,dd,dt,h1,h2,h3,h4,h5,h6,blockquote,div,section,article,main,aside,header,footer,nav,ul,ol,dl,table,tr,pre,figure,' +
  'figcaption,details,summary,form,fieldset,address,option,textarea,body';

/** Where the reader writes: what is named there is known to the popup, and nothing is put there. */
export const editors = 'textarea,[contenteditable]:not([contenteditable="false"])';

/** What is used or copied as a whole: the badge goes behind it, never inside. */
export const wholes = 'pre,code,kbd,samp,a,button,label,summary,select,svg,math,object';

/** What a whole is shown in: GitHub's frame around code with its copy button. */
export const frames = '.highlight,.snippet-clipboard-content';
