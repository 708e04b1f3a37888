import { subjects } from "../../settings/catalog.ts";
import { scoringPresetFor, scoringPresets } from "../../settings/presets/scoringPresets.ts";
import { stagePresets } from "../../settings/presets/stagePresets.ts";
import type { Context } from "../../settings/settings.ts";
import { settingsHash } from "../../settings/settingsHash.ts";
import { answer } from "../calls/answer.ts";
import type { Answer } from "../calls/requests.ts";
import { Book } from "../sheets/book.ts";
import { readRows, readSubject, rowsOf, stateOf } from "./settingsState.ts";
import type { ContextState, PresetOffer, SettingRow } from "./settingsTypes.ts";

/** The context with the presets that fit it, or that would fit edited rows. */
export function contextEndpoint(rows?: readonly SettingRow[]): Answer<ContextState> {
  return answer(() => {
    const book = new Book();
    const context = stateOf(book, "context");
    const { value, problems } = readRows("context", rows ?? context.rows);
    return { context, problems, offers: offersOf(book, value as Context) };
  });
}

function offersOf(book: Book, context: Context): PresetOffer[] {
  const offers: PresetOffer[] = [];
  const offer = <T>(
    subject: PresetOffer["subject"],
    preset: { id: string; title: string; source: string },
    value: T,
    why: string,
  ) => {
    const { toCells } = subjects[subject] as unknown as { toCells: (value: T) => never };
    const rows = rowsOf(toCells(value));
    const now = readSubject(book, subject).value;
    if (JSON.stringify(rows) === JSON.stringify(rowsOf(toCells(now as T)))) return;
    const { id, title, source } = preset;
    offers.push({
      subject,
      preset: { id, title, source, about: "", rows },
      why,
      basedOn: settingsHash(now),
    });
  };
  const fitting = scoringPresetFor(context);
  const scoring = scoringPresets.find(({ id }) => id === fitting);
  if (scoring) offer("scoring", scoring, scoring.settings, scoring.about);
  const stages = stagePresets.find(({ title }) => title === context.crm);
  if (stages)
    offer("stages", stages, stages.stages, `The stages that ${stages.title} starts with.`);
  return offers;
}
