import type { Panel } from "../panel.ts";
import { startPanel } from "./start.ts";

/** Every panel, in the order of the menu. */
export const panels: readonly Panel[] = [startPanel];
