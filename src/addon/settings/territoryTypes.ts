import type { SettingProblem, SettingRow, SubjectState } from "./settingsTypes.ts";

/** An account or a lead in a list. */
export type TerritoryRecordLine = {
  readonly kind: "account" | "lead";
  readonly id: string;
  readonly name: string;
  /** Its place, industry and size in words. */
  readonly text: string;
};

export type TerritoryUse = {
  readonly accounts: number;
  readonly leads: number;
  /** Records that earlier rules take from this one. */
  readonly lost: number;
  /** True: it takes nothing, since earlier rules take all of it or it is not in force. */
  readonly isIdle: boolean;
  /** What keeps the rule from taking what it could, in words. */
  readonly notes: readonly string[];
};

/** What rules would do with the workbook's own accounts and open leads. */
export type TerritoryPreview = {
  readonly problems: readonly SettingProblem[];
  /** The day the rules are looked at, ISO. */
  readonly day: string;
  readonly accounts: number;
  readonly leads: number;
  /** One for each row that was sent. */
  readonly uses: readonly TerritoryUse[];
  readonly unmatched: number;
  readonly unmatchedSamples: readonly TerritoryRecordLine[];
  readonly shadowed: number;
  readonly shadowedSamples: readonly (TerritoryRecordLine & { readonly why: string })[];
};

export type TerritoriesState = {
  readonly territories: SubjectState;
  readonly preview: TerritoryPreview;
  /** Names to offer as owner and backup. */
  readonly people: readonly string[];
  /** What the data has most, to offer in the fields. */
  readonly countries: readonly string[];
  readonly states: readonly string[];
  readonly industries: readonly string[];
};

export type TerritoryPreviewRequest = { readonly rows: readonly SettingRow[] };

export type TryTerritoryRequest = TerritoryPreviewRequest & {
  /** Id, name, domain or e-mail address of an account or lead of the workbook. */
  readonly find?: string;
  /** A record that is not in the workbook. */
  readonly record?: {
    readonly name?: string;
    readonly domain?: string;
    readonly country?: string;
    readonly state?: string;
    readonly postalCode?: string;
    readonly industry?: string;
    readonly employees?: number;
    readonly products?: readonly string[];
  };
};

export type TriedTerritory = {
  /** Undefined: a record typed by hand. */
  readonly record?: TerritoryRecordLine;
  /** Place among the rows that were sent; undefined: no rule takes it. */
  readonly row?: number;
  /** The answer in words. */
  readonly sentence: string;
  /** Later rules that would hold too. */
  readonly also: readonly string[];
};
