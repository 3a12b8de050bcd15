// The address of the feed, as the build sets it.
/** Where the feed is; a setting of the build (see wxt.config.ts). */
declare const __FEED_ORIGIN__: string;
