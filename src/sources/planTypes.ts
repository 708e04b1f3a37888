import type { AnyTable } from "../tables/catalog.ts";
import type { Cell } from "../tables/reading/cell.ts";
import type { Conventions } from "../tables/reading/conventions.ts";
import type { Issue } from "../tables/reading/issue.ts";
import type { ExportDay } from "./exportDay.ts";
import type { MappedHeading } from "./mapHeadings.ts";
import type { Question } from "./question.ts";
import type { Source } from "./source.ts";
import type { StageDefinition } from "./stageFile.ts";

export type PlanRequest = {
  readonly file: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly answers: Readonly<Record<string, string>>;
  /** What is known beside the cells; without a date order an undecidable one becomes a question. */
  readonly conventions: Partial<Conventions>;
};

/** A record as it was read: values by field, blank ones left out. */
export type ReadRow = Record<string, string | number | boolean | undefined>;

/** Records for one table. */
export type PlannedTable = {
  readonly table: AnyTable;
  /** Fields that the file gives; all others keep what they have. */
  readonly fields: readonly string[];
  readonly rows: readonly ReadRow[];
  /** Row of the file of each record, 1 = first. */
  readonly rowNumbers: readonly number[];
};

/** What a file says, before anything is compared or written. */
export type ImportPlan = {
  readonly source: Source;
  /** Undefined: nothing in the file is imported; the notes say what it is. */
  readonly main: PlannedTable | undefined;
  /** Records for other tables that the same file gives, such as the history in its columns of stage dates. */
  readonly further: readonly PlannedTable[];
  /** True: won and closed are told of each deal apart from its stage, so that they do not say what the stage is. */
  readonly isStatusApart?: boolean;
  /** Of a file that lists a CRM's stages. */
  readonly stages: readonly StageDefinition[] | undefined;
  readonly mapping: readonly MappedHeading[];
  readonly questions: readonly Question[];
  readonly issues: readonly Issue[];
  readonly notes: readonly string[];
  /** When the report was run, where its title lines say so. */
  readonly exported: ExportDay | undefined;
  /** Records in the file, deleted and unreadable ones included. */
  readonly read: number;
  /** Records left out because they cannot be read. */
  readonly rejected: number;
  /** Records marked deleted in the CRM, or replaced by a later version. */
  readonly leftOut: number;
  readonly skippedLines: number;
};
