// Words a reader sees come from the texts alone, and numbers and days are written in their language: proved on the parsed sources.
import { describe, expect, it } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import { filesBelow, isNode, nodesOf, type SyntaxNode } from './source-tree';

/** Attributes, and props of our own components, that are shown or read out. */
const shown =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|abbr|alt|help|hint|label|placeholder|summary|text|title)$/;

/** What is the same in every language: names. */
const names = new Set(['Papergloss', 'arXiv', 'arXiv:', 'GitHub', 'HF', 'Hugging Face', 'PDF']);

/** A key as it stands behind the words for what it does. */
const isKeyHint = (text: string) => /^\((?:Esc|\p{L})\)$/u.test(text);

/** A key of a text that is looked up where it is drawn; short ones are words, too. */
const isTextKey = (text: string) => /[A-Z]/.test(text) && Object.hasOwn(english, text);

const isUntranslated = (text: string) => names.has(text) || isKeyHint(text) || isTextKey(text);

const wordy = (text: unknown): text is string => typeof text === 'string' && /\p{L}/u.test(text);

/** What an expression may put on the page by itself: literals, and not what is handed to a call. */
function literals(node: unknown): string[] {
  if (!isNode(node)) return [];
  const { type } = node;
  if (type === 'JSXText' || type === 'Literal') return wordy(node.value) ? [node.value.trim()] : [];
  if (type === 'TemplateLiteral') {
    const { quasis, expressions } = node as SyntaxNode & {
      quasis: { value: { cooked: string } }[];
      expressions: unknown[];
    };
    return [
      ...quasis.map(({ value }) => value.cooked.trim()).filter(wordy),
      ...expressions.flatMap(literals),
    ];
  }
  if (type === 'ConditionalExpression') return [node.consequent, node.alternate].flatMap(literals);
  if (type === 'LogicalExpression')
    return (node.operator === '&&' ? [node.right] : [node.left, node.right]).flatMap(literals);
  if (type === 'BinaryExpression')
    return node.operator === '+' ? [node.left, node.right].flatMap(literals) : [];
  return type === 'JSXExpressionContainer' ? literals(node.expression) : [];
}

function wordsIn(file: string, source?: string): string[] {
  return nodesOf(file, source)
    .flatMap((node) => {
      if (node.type === 'JSXAttribute') {
        const { name } = node.name as { name: unknown };
        return typeof name === 'string' && shown.test(name) ? literals(node.value) : [];
      }
      return node.type === 'JSXElement' || node.type === 'JSXFragment'
        ? (node.children as unknown[]).flatMap(literals)
        : [];
    })
    .filter((text) => !isUntranslated(text));
}

const calleeName = ({ callee }: SyntaxNode): string => {
  if (!isNode(callee)) return '';
  if (callee.type === 'Identifier') return String(callee.name);
  const { object, property } = callee as { object?: unknown; property?: unknown };
  return isNode(object) && isNode(property)
    ? `${String(object.name ?? '')}.${String(property.name ?? '')}`
    : '';
};

/** Formatters of `Intl` and their short forms that may take the browser's language instead of that of the texts. */
function strayFormatters(file: string, source?: string): string[] {
  return nodesOf(file, source).flatMap((node) => {
    if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return [];
    const name = calleeName(node);
    if (/\.toLocale(?:Date|Time)?String$/.test(name)) return name;
    const [language] = node.arguments as unknown[];
    if (!/^Intl\.[A-Z]\w*(?:Format|Collator|Rules|Names|Segmenter)?$/.test(name)) return [];
    return isNode(language) && (language.type === 'Literal' || calleeName(language) === 'textLanguage')
      ? []
      : name;
  });
}

const named = (files: string[], find: (file: string) => string[]): string[] =>
  files.flatMap((file) => find(file).map((text) => `${file}: ${text}`));

describe('words in components', () => {
  const files = ['components', 'entrypoints'].flatMap((folder) => filesBelow(folder, '.tsx'));

  it('are found where there are any', () => {
    const source = `const a = <><p title={on ? 'Shown' : t('key')} class="quiet" aria-label={\`\${n} papers\`}>
      Some words {t('key', 'PDF')} {n > 1 && 'more'} {n === 'few'} {t('a') || 'nothing'}
    </p><Setting label="Theme" id="theme" />{'in ' + n}</>;`;
    expect(wordsIn('example.tsx', source).sort()).toEqual(
      ['Shown', 'papers', 'Some words', 'more', 'nothing', 'Theme', 'in'].sort(),
    );
  });

  it('are there none but names', () => {
    expect(files).toContain('components/card/PaperCard.tsx');
    expect(named(files, wordsIn)).toEqual([]);
  });
});

describe('numbers and days', () => {
  it('are found where they would be in the language of the browser', () => {
    const source = `new Intl.NumberFormat().format(1); new Intl.DateTimeFormat(undefined, {}); n.toLocaleString();
      new Intl.NumberFormat(textLanguage()); new Intl.ListFormat('en');`;
    expect(strayFormatters('example.ts', source)).toEqual([
      'Intl.NumberFormat',
      'Intl.DateTimeFormat',
      'n.toLocaleString',
    ]);
  });

  it('are written in the language of the texts', () => {
    const files = ['components', 'entrypoints', 'lib'].flatMap((folder) => filesBelow(folder, '.ts', '.tsx'));
    expect(files).toContain('lib/text/format.ts');
    expect(named(files, strayFormatters)).toEqual([]);
  });
});
