// Copies a paper in one of three forms. Folded away, because nobody needs them on every card; the browser keeps what is unfolded.
// No <select>: on some systems the arrow keys would copy each form on the way to the wanted one.
import type { CitationStyle } from '../../lib/messages/protocol';
import { type MessageKey, t } from '../../lib/text/translate';

const styles: [style: CitationStyle, name: MessageKey, hint: MessageKey][] = [
  ['bibtex', 'copyBibtex', 'copyBibtexHint'],
  ['markdown', 'copyMarkdown', 'copyMarkdownHint'],
  ['apa', 'copyApa', 'copyApaHint'],
];

export function CopyMenu({ onCopy }: { onCopy(style: CitationStyle): void }) {
  return (
    <details class="copy">
      <summary>{t('copy')}</summary>
      {styles.map(([style, name, hint]) => (
        <button key={style} type="button" title={t(hint)} onClick={() => onCopy(style)}>
          {t(name)}
        </button>
      ))}
    </details>
  );
}
