// How much a paper is worth to the reader: none to three stars. Pressing the last one again takes them all away.
import { type Stars, starCounts } from '../../lib/papers/reading-entry';
import { t } from '../../lib/text/translate';
import { starsText } from './change-texts';
import { StarIcon } from './library-icons';

interface StarsControlProps {
  stars: Stars;
  /** What the stars are of. */
  name: string;
  onStars(stars: Stars): void;
}

const given = starCounts.filter((count) => count > 0);

export function StarsControl({ stars, name, onStars }: StarsControlProps) {
  return (
    <fieldset class="stars-control" data-stars={stars}>
      <legend class="visually-hidden">{t('libraryStars', name)}</legend>
      {given.map((count) => (
        <button
          key={count}
          type="button"
          aria-label={starsText(count)}
          aria-pressed={count === stars}
          title={`${starsText(count)} (${count})`}
          onClick={() => onStars(count === stars ? 0 : count)}
        >
          <StarIcon filled={count <= stars} />
        </button>
      ))}
    </fieldset>
  );
}
