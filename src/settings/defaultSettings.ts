import { readSettings } from "./readSettings.ts";
import type { Settings } from "./settings.ts";

/** What holds while no settings sheet says otherwise. */
export const defaultSettings: Settings = readSettings({}).settings;
