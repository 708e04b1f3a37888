import { blank, type HygieneRule, isOpen, lacksColumn, lacksNothing } from "./rule.ts";

/** Open deals without what every deal needs, and fields that their stage asks for. */
export const missingRules: readonly HygieneRule[] = [
  {
    id: "no_amount",
    label: "No amount",
    severity: "high",
    cleanUp: "Update",
    condition: () => "Open deal whose amount is blank",
    lacks: lacksColumn("amount", "Amount"),
    find: (standing) =>
      isOpen(standing) && standing.deal.amount === undefined ? "No amount" : undefined,
    action: () => "Enter the expected amount",
  },
  {
    id: "no_close_date",
    label: "No close date",
    severity: "high",
    cleanUp: "Update",
    condition: () => "Open deal whose close date is blank",
    lacks: lacksColumn("closeDate", "Close Date"),
    find: (standing) =>
      isOpen(standing) && standing.deal.closeDate === undefined ? "No close date" : undefined,
    action: () => "Agree and enter a close date",
  },
  {
    id: "no_owner",
    label: "No owner",
    severity: "high",
    cleanUp: "Update",
    condition: () => "Open deal whose owner is blank",
    lacks: lacksColumn("owner", "Opportunity Owner"),
    find: (standing) => (isOpen(standing) && blank(standing.deal.owner) ? "No owner" : undefined),
    action: () => "Assign an owner",
  },
  {
    id: "no_stage",
    label: "No stage",
    severity: "high",
    cleanUp: "Update",
    condition: () => "Open deal whose stage is blank",
    lacks: lacksColumn("stage", "Stage"),
    find: (standing) => (isOpen(standing) && blank(standing.deal.stage) ? "No stage" : undefined),
    action: () => "Set the stage",
  },
  {
    id: "no_next_step",
    label: "No next step",
    severity: "medium",
    cleanUp: "Update",
    condition: () => "Open deal whose next step is blank",
    lacks: lacksColumn("nextStep", "Next Step"),
    find: (standing) =>
      isOpen(standing) && blank(standing.deal.nextStep) ? "No next step" : undefined,
    action: () => "Enter the next step",
  },
  {
    id: "required_fields",
    label: "Fields missing for the stage",
    severity: "medium",
    cleanUp: "Update",
    condition: () => "A field is blank that the Required fields sheet asks for, from its stage on",
    lacks: ({ requirements }) =>
      requirements.length === 0
        ? "no further column named in the Required fields sheet is in the data"
        : undefined,
    find: (standing, { requirements }) => {
      const missing = requirements.filter(
        ({ field, applies }) => isBlankField(standing.deal[field]) && applies(standing),
      );
      return missing.length === 0
        ? undefined
        : `Missing: ${missing.map(({ label }) => label).join(", ")}`;
    },
    action: () => "Fill it or move the stage back",
  },
  {
    id: "no_loss_reason",
    label: "Lost without a reason",
    severity: "medium",
    cleanUp: "Update",
    condition: () => "Deal lost in the period whose loss reason is blank",
    lacks: lacksColumn("lossReason", "Loss Reason"),
    find: ({ status, deal }) =>
      status === "lost" && blank(deal.lossReason) ? "Lost without a reason" : undefined,
    action: () => "Enter the reason",
  },
  {
    id: "bad_amount",
    label: "Amount not above zero",
    severity: "medium",
    cleanUp: "Update",
    condition: () => "Open deal whose amount is 0 or below",
    lacks: lacksNothing,
    find: (standing) =>
      isOpen(standing) && (standing.deal.amount ?? 1) <= 0 ? "Amount not above 0" : undefined,
    action: () => "Correct the amount",
  },
];

const isBlankField = (value: unknown): boolean =>
  value === undefined || (typeof value === "string" && value.trim() === "");
