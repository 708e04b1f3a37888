import type { SaveTeamRequest, TeamPerson } from "../../../src/addon/team/teamTypes.ts";

/** A person as the sheet has it and as edited; without `before` a new one. */
export type TeamEntry = { before?: TeamPerson; after: TeamPerson };

export type TeamDraft = {
  readonly entries: TeamEntry[];
  readonly isChanged: () => boolean;
  readonly edits: () => SaveTeamRequest["edits"];
  /** The same edits on what the sheet says now: fields that were not edited are taken from there. */
  readonly rebased: (people: readonly TeamPerson[]) => TeamDraft;
};

type Field = keyof TeamPerson;

function editedFields({ before, after }: TeamEntry): Field[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after)] as Field[]);
  return [...fields].filter((field) => (before?.[field] ?? "") !== (after[field] ?? ""));
}

function entriesDraft(entries: TeamEntry[]): TeamDraft {
  const changed = () => entries.filter((entry) => editedFields(entry).length > 0);
  return {
    entries,
    isChanged: () => changed().length > 0,
    edits: changed,
    rebased: (people) => {
      const fresh = teamDraft(people);
      for (const entry of changed()) {
        const now = fresh.entries.find(({ before }) => before?.repId === entry.after.repId);
        if (!now) fresh.entries.push({ after: entry.after });
        else
          for (const field of editedFields(entry))
            now.after = { ...now.after, [field]: entry.after[field] };
      }
      return fresh;
    },
  };
}

export function teamDraft(people: readonly TeamPerson[]): TeamDraft {
  return entriesDraft(people.map((before) => ({ before, after: { ...before } })));
}
