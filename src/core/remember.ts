/**
 * Makes a part of long work, or gives back what an earlier run that had to stop made of it. A run whose time is over
 * stops here. Parts are plain data, so that they can be written down. `of` is how many there are in all, where that is
 * known beforehand.
 */
export type Remember = <Part>(key: string, make: () => Part, of?: number) => Part;

/** For work that is done in one go. */
export const inOneGo: Remember = (_, make) => make();
