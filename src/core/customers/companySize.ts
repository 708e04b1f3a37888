export type CompanySize = "SMB" | "Mid-Market" | "Enterprise";

/** A company's segment by its employees: below 100, to 999, and more; undefined where it cannot have so many. */
export function companySize(employees: number): CompanySize | undefined {
  if (!(employees > 0)) return undefined;
  if (employees < 100) return "SMB";
  return employees < 1000 ? "Mid-Market" : "Enterprise";
}
