// The small picture of a paper, where the reader wants pictures. Its room is kept whether or not it comes: nothing moves.
import { useState } from 'preact/hooks';

interface ThumbnailProps {
  url: string;
  /** The picture has come: a request was made. */
  onLoad?(url: string): void;
}

/** Decorative: what it shows is the paper the row is about. Fetched when it comes near the window, and told no page it stands in. */
export function Thumbnail({ url, onLoad }: ThumbnailProps) {
  const [failed, setFailed] = useState<string>();
  return (
    <span class="thumbnail">
      <img
        src={url}
        alt=""
        width="64"
        height="48"
        loading="lazy"
        decoding="async"
        referrerpolicy="no-referrer"
        hidden={failed === url}
        onLoad={() => onLoad?.(url)}
        onError={() => setFailed(url)}
      />
    </span>
  );
}
