import { answer } from "../calls/answer.ts";
import type { Answer } from "../calls/requests.ts";
import { saveEdits, undoSettings } from "./settingsSave.ts";
import type { SaveResult, SettingsEdit, SubjectName, SubjectState } from "./settingsTypes.ts";

export function saveSettingsEndpoint(edits: readonly SettingsEdit[]): Answer<SaveResult> {
  return answer(() => saveEdits(edits));
}

export function undoSettingsEndpoint(subject: SubjectName): Answer<SubjectState> {
  return answer(() => undoSettings(subject));
}
