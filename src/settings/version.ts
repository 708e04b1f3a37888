/** Version of the settings sheets' layout that this program writes. */
export const SETTINGS_VERSION = 1;
