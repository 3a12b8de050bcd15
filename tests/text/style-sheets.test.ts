// Style sheets and everyone who sees them: colours come from one file, and sides are those of the text, whichever way it runs.
import { describe, expect, it } from 'vitest';
import { filesBelow, textOf } from './source-tree';

interface Declaration {
  property: string;
  value: string;
  /** The conditions and selectors around it, outermost first. */
  within: string[];
}

/** Every declaration of a style sheet, in order. Knows nesting, comments and strings, and nothing of what they mean. */
function declarationsOf(source: string): Declaration[] {
  const found: Declaration[] = [];
  const within: string[] = [];
  const plain = source.replace(/\/\*.*?\*\//gs, '').replace(/"[^"\n]*"|'[^'\n]*'/g, '""');
  for (const [, text = '', end] of plain.matchAll(/([^{};]*)([{};])/g)) {
    const colon = text.indexOf(':');
    if (end === '{') within.push(text.trim());
    else if (colon > 0 && !text.trim().startsWith('@')) {
      found.push({
        property: text.slice(0, colon).trim(),
        value: text.slice(colon + 1).trim(),
        within: [...within],
      });
    }
    if (end === '}') within.pop();
  }
  return found;
}

const colourNames =
  'aqua|azure|beige|black|blue|brown|coral|crimson|cyan|fuchsia|gold|gr[ae]y|green|indigo|ivory|khaki|lavender|lime|' +
  'magenta|maroon|navy|olive|orange|orchid|pink|plum|purple|red|salmon|silver|tan|teal|tomato|violet|white|yellow';
const colour = new RegExp(
  `#[\\da-f]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\\(|(?<![\\w-])(?:(?:dark|light|medium|pale|deep)?(?:${colourNames}))(?![\\w-])`,
  'i',
);

const systemColour =
  /(?<![\w-])(?:AccentColor(?:Text)?|ActiveText|ButtonBorder|ButtonFace|ButtonText|Canvas|CanvasText|Field|FieldText|GrayText|Highlight|HighlightText|LinkText|Mark|MarkText|SelectedItem(?:Text)?|VisitedText)(?![\w-])/i;

/** A colour of its own; one of the system's where the reader has not chosen those. */
const hasOwnColour = ({ property, value, within }: Declaration) =>
  !/^(?:content|font-family|font|grid-.*|animation.*|transition.*|will-change|container.*)$/.test(property) &&
  (colour.test(value) ||
    (systemColour.test(value) && !within.some((condition) => condition.includes('forced-colors: active'))));

/** A side of the screen instead of one of the text. */
const isPhysical = ({ property, value }: Declaration) =>
  /^(?:left|right)$|-(?:left|right)(?:-|$)/.test(property) ||
  (/^(?:text-align|float|clear|caption-side)$/.test(property) && /^(?:left|right)\b/.test(value));

const written = ({ property, value }: Declaration) => `${property}: ${value}`;

function breaches(isBreach: (declaration: Declaration) => boolean, files: string[]): string[] {
  return files.flatMap((file) =>
    declarationsOf(textOf(file))
      .filter(isBreach)
      .map((declaration) => `${file}: ${written(declaration)}`),
  );
}

const found = (source: string, isBreach: (declaration: Declaration) => boolean) =>
  declarationsOf(source).filter(isBreach).map(written);

const files = ['components', 'entrypoints'].flatMap((folder) => filesBelow(folder, '.css'));
const others = files.filter((file) => file !== 'components/tokens.css');

describe('colours', () => {
  it('are found where they are', () => {
    const source = `a { color: #fff; b:hover { border: 1px solid rgb(0 0 0 / 0.4) } outline: 1px solid darkred }
      @media (forced-colors: active) { a { color: GrayText } } p { color: Highlight; white-space: nowrap;
      background: currentcolor; color: transparent; border-color: var(--red) } /* color: red */ q { content: "red" }`;
    expect(found(source, hasOwnColour)).toEqual([
      'color: #fff',
      'border: 1px solid rgb(0 0 0 / 0.4)',
      'outline: 1px solid darkred',
      'color: Highlight',
    ]);
  });

  it('stand in one file', () => {
    expect(others).toContain('components/card/card.css');
    expect(breaches(hasOwnColour, ['components/tokens.css'])).not.toEqual([]);
    expect(breaches(hasOwnColour, others)).toEqual([]);
  });

  it('of both themes and of high contrast are there for every name that has one', () => {
    const tokens = declarationsOf(textOf('components/tokens.css')).filter(({ property }) =>
      property.startsWith('--pg-'),
    );
    const isDark = ({ within }: Declaration) => within.some((selector) => selector.includes('data-theme'));
    const light = tokens
      .filter((token) => !isDark(token) && hasOwnColour(token))
      .map(({ property }) => property);
    const dark = tokens.filter(isDark).map(({ property }) => property);
    // The veil over a page darkens it in both.
    expect(light.filter((property) => property !== '--pg-veil' && !dark.includes(property))).toEqual([]);
  });
});

describe('high contrast', () => {
  const asked = ({ within }: Declaration) =>
    within.some((condition) => condition.includes('prefers-contrast'));

  it('counts in both themes, whose selectors say more than the plain ones', () => {
    const selectors = declarationsOf(textOf('components/tokens.css'))
      .filter(asked)
      .map(({ within }) => within.at(-1)?.split(/,\s*/));
    expect(selectors).not.toEqual([]);
    for (const selector of selectors) {
      expect(selector).toEqual(expect.arrayContaining([':root[data-theme]', ':host([data-theme])']));
    }
  });
});

describe('sides', () => {
  it('are found where they are of the screen', () => {
    const source = `a { left: 0; margin-right: 1px; border-top-left-radius: 2px; text-align: right; text-align: end;
      margin-inline-start: 1px; inset-inline: 0; border-radius: 2px }`;
    expect(found(source, isPhysical)).toEqual([
      'left: 0',
      'margin-right: 1px',
      'border-top-left-radius: 2px',
      'text-align: right',
    ]);
  });

  it('are those of the text', () => expect(breaches(isPhysical, files)).toEqual([]));
});

describe('motion', () => {
  const moves = ({ property, value }: Declaration) =>
    /^(?:animation|transition|scroll-behavior)/.test(property) && !/^(?:none|auto)\b/.test(value);
  const asksFirst = ({ within }: Declaration) =>
    within.some((condition) => condition.includes('prefers-reduced-motion: no-preference'));

  it('is found where nobody is asked', () => {
    const source = `a { transition: opacity 1s; animation: none }
      @media (prefers-reduced-motion: no-preference) { a { animation: x 1s } }`;
    expect(found(source, (declaration) => moves(declaration) && !asksFirst(declaration))).toEqual([
      'transition: opacity 1s',
    ]);
  });

  it('is there for those alone who have not asked for less', () => {
    expect(breaches((declaration) => moves(declaration) && !asksFirst(declaration), files)).toEqual([]);
  });
});
