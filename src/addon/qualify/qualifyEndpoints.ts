import { isoFromDay } from "../../core/calendar/day.ts";
import { dealStatus } from "../../core/deals/dealStatus.ts";
import { stageIndex } from "../../core/deals/stageIndex.ts";
import { stageReadiness } from "../../core/hygiene/stageReadiness.ts";
import { InputError } from "../../core/inputError.ts";
import {
  type Assessment,
  assess,
  type QualificationAnswer,
} from "../../core/qualification/assessment.ts";
import { assessmentWords } from "../../core/qualification/assessmentWords.ts";
import { disqualifiers } from "../../core/qualification/disqualified.ts";
import { type Framework, frameworkNamed } from "../../core/qualification/frameworks.ts";
import { SALES_QUALIFIED, salesReady } from "../../core/qualification/salesReady.ts";
import { recordKey } from "../../core/recordKey.ts";
import { dealRequirements } from "../../settings/requirements.ts";
import type { Settings } from "../../settings/settings.ts";
import { qualification } from "../../tables/qualification.ts";
import { momentOfDate } from "../../tables/reading/spreadsheetDate.ts";
import type { Tables } from "../../tables/tables.ts";
import { answer } from "../calls/answer.ts";
import { underLock } from "../calls/lock.ts";
import type { Answer } from "../calls/requests.ts";
import { readReportSettings } from "../reports/reportSettings.ts";
import { knownAsOf } from "../settings/asOf.ts";
import { Book } from "../sheets/book.ts";
import { readTables } from "../sheets/readTables.ts";
import { type RecordEdit, readRecords, saveRecords } from "../sheets/saveRecords.ts";
import { selectedRecord } from "../sheets/selectedRecord.ts";
import { declaredWho } from "../team/who.ts";
import type {
  QualifyFramework,
  QualifyRequest,
  QualifyView,
  SaveQualificationRequest,
} from "./qualifyTypes.ts";

type Found = Pick<QualifyView, "record" | "next" | "stops">;

/** The deal or lead of an id, and what its record says by itself. */
function recordOf(id: string, tables: Tables, settings: Settings, book: Book): Found | undefined {
  const isIt = (other: string) => recordKey(other) === recordKey(id);
  const deal = tables.opportunities?.rows.find(({ opportunityId }) => isIt(opportunityId));
  if (deal) {
    const index = stageIndex(settings.stages);
    const has = (field: string) => tables.opportunities?.fields.has(field) === true;
    const isOpen = dealStatus(deal, index.find(deal.pipeline, deal.stage)) === "open";
    const needs = dealRequirements(settings.requiredFields, index);
    const ready = isOpen ? stageReadiness(deal, index, needs, has) : undefined;
    return {
      record: {
        id: deal.opportunityId,
        name: deal.opportunityName ?? deal.accountName ?? deal.opportunityId,
        kind: "deal",
        state: deal.stage ?? "",
      },
      ...(ready
        ? { next: { stage: ready.stage.stage, missing: ready.missing, unknown: ready.unknown } }
        : {}),
      stops: isOpen ? disqualifiers(deal, knownAsOf(settings, tables, book), has) : [],
    };
  }
  const lead = tables.leads?.rows.find(({ leadId }) => isIt(leadId));
  if (!lead) return undefined;
  const name = [lead.firstName, lead.lastName].filter(Boolean).join(" ");
  return {
    record: {
      id: lead.leadId,
      name: name || (lead.company ?? lead.leadId),
      kind: "lead",
      state: lead.status ?? "",
    },
    stops: [],
  };
}

function toneOf({ kind }: Framework, { score, level, open }: Assessment): QualifyFramework["tone"] {
  if (score === undefined || kind === "checklist") return "neutral";
  if (kind === "stops") return score > 0 ? "bad" : "good";
  if (level === "Weak" || (level === "Disqualify" && open.length > 0)) return "warning";
  return level === "Disqualify" ? "bad" : "good";
}

function frameworkView(
  framework: Framework,
  answers: readonly QualificationAnswer[],
  today: number,
): QualifyFramework {
  const found = assess(framework, answers, today);
  const { id, title, about, kind, questions } = framework;
  const says = assessmentWords(framework, found);
  return {
    id,
    title,
    about,
    kind,
    questions: questions.map((question, at) => {
      const points = found.points[at];
      const given = answers.find(
        (one) => one.framework === id && one.question.toLowerCase() === question.id.toLowerCase(),
      );
      const words =
        question.choices.find((one) => one.words === given?.answer)?.words ??
        question.choices.find((one) => one.points === points)?.words;
      return {
        ...question,
        ...(points !== undefined && words !== undefined ? { answer: words } : {}),
      };
    }),
    ...(says === undefined ? {} : { says }),
    tone: toneOf(framework, found),
    ...(found.validUntil === undefined ? {} : { validUntil: isoFromDay(found.validUntil) }),
    isExpired: found.isExpired,
  };
}

const settingsOf = (book: Book): Settings =>
  readReportSettings(book, { settings: ["requiredFields", "frameworks"] }).settings;

const todayOf = (book: Book) => Math.floor(momentOfDate(new Date(), book.zone()));

/** What a lead still lacks to be sales qualified by its BANT answers; those that no longer hold count as not given. */
function leadNext(
  settings: Settings,
  answers: readonly QualificationAnswer[],
  today: number,
): QualifyView["next"] {
  const bant = frameworkNamed("BANT", settings.frameworks);
  if (!bant) return undefined;
  const found = assess(bant, answers, today);
  const { lacking, open } = salesReady(bant, found.isExpired ? { points: [] } : found);
  return {
    stage: `sales qualified (${SALES_QUALIFIED} of ${bant.questions.length} of BANT)`,
    missing: lacking === 0 ? [] : [`${lacking} of ${open.join(", ")}`],
    unknown: [],
  };
}

function viewOf(book: Book, wanted: string): QualifyView {
  const tables = readTables(["opportunities", "leads", "qualification"], book);
  const id = wanted.trim() || selectedRecord(tables);
  const settings = settingsOf(book);
  const found = id === undefined ? undefined : recordOf(id, tables, settings, book);
  if (wanted.trim() !== "" && !found) {
    throw new InputError(
      `No deal and no lead has the record id ${wanted.trim()}; expected one of the sheets Opportunities or Leads.`,
    );
  }
  const key = found?.record ? recordKey(found.record.id) : undefined;
  const answers = (tables.qualification?.rows ?? []).filter(
    ({ recordId }) => key !== undefined && recordKey(recordId) === key,
  );
  const today = todayOf(book);
  const next = found?.record?.kind === "lead" ? leadNext(settings, answers, today) : undefined;
  return {
    ...(found ?? { stops: [] }),
    ...(next ? { next } : {}),
    frameworks: settings.frameworks.map((framework) => frameworkView(framework, answers, today)),
  };
}

/** One deal or lead with its scores: that of the id, else of the selected row. */
export function qualifyEndpoint({ recordId }: QualifyRequest): Answer<QualifyView> {
  return answer(() => viewOf(new Book(), recordId));
}

type Signed = Pick<QualificationAnswer, "recordId" | "assessedOn" | "by">;

/** The rows to write for the answers that were given, changed or taken back. */
function editsOf(
  framework: Framework,
  answers: SaveQualificationRequest["answers"],
  existing: readonly QualificationAnswer[],
  signed: Signed,
): RecordEdit<QualificationAnswer>[] {
  return framework.questions.flatMap(({ id, choices }): RecordEdit<QualificationAnswer>[] => {
    const words = answers[id];
    if (words === undefined) return [];
    const before = existing.find((row) => row.question.toLowerCase() === id.toLowerCase());
    if (words === "") return before ? [{ before }] : [];
    const choice = choices.find((one) => one.words === words);
    if (!choice) throw new InputError(`${id} has no answer "${words}".`);
    const {
      recordId,
      framework: name,
      question,
    } = before ?? {
      recordId: signed.recordId,
      framework: framework.id,
      question: id,
    };
    const given = { answer: choice.words, points: choice.points };
    const after = { ...signed, recordId, framework: name, question, ...given };
    return [before ? { before, after } : { after }];
  });
}

/** Keeps the answers to one framework's questions on the Qualification sheet. */
export function saveQualificationEndpoint(request: SaveQualificationRequest): Answer<QualifyView> {
  return answer(() =>
    underLock(() => {
      const book = new Book();
      const settings = settingsOf(book);
      const framework = frameworkNamed(request.framework, settings.frameworks);
      if (!framework) throw new InputError(`There is no framework ${request.framework}.`);
      const tables = readTables(["opportunities", "leads", "reps"], book);
      const record = recordOf(request.recordId, tables, settings, book)?.record;
      if (!record)
        throw new InputError(`No deal and no lead has the record id ${request.recordId}.`);
      const existing = (readRecords(book, qualification)?.rows ?? []).filter(
        (row) =>
          recordKey(row.recordId) === recordKey(record.id) &&
          frameworkNamed(row.framework, settings.frameworks)?.id === framework.id,
      );
      const by = declaredWho(book, tables.reps?.rows ?? [])?.label;
      const edits = editsOf(framework, request.answers, existing, {
        recordId: record.id,
        assessedOn: todayOf(book),
        ...(by === undefined ? {} : { by }),
      });
      const fields = qualification.columns.map(({ field }) => field);
      saveRecords(book, qualification, fields, edits, ({ question }) => question);
      return viewOf(new Book(), record.id);
    }),
  );
}
