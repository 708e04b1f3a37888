import { addMonths, type Day } from "../../src/core/calendar/day.ts";
import type { Company } from "./company.ts";
import { products } from "./company.ts";
import { type SampleRep, segments } from "./people.ts";
import { recordId } from "./recordId.ts";
import { flag, isoDate } from "./sampleFile.ts";
import { quarterStart } from "./workingDay.ts";

/** Users with the columns a team needs. */
export function repRows(reps: readonly SampleRep[], now: Day): string[][] {
  const header = [
    "User ID",
    "Full Name",
    "Email",
    "Manager",
    "Role Name",
    "Sales Role",
    "Segment",
    "Region",
    "Start Date",
    "Active",
  ];
  const there = reps.filter((rep) => rep.startDay <= now);
  return [
    header,
    ...there.map((rep) => [
      rep.id,
      rep.name,
      rep.email,
      rep.manager,
      rep.team,
      rep.role,
      rep.segment,
      rep.region,
      isoDate(rep.startDay),
      flag(rep.leftDay === undefined || rep.leftDay > now),
    ]),
  ];
}

export function productRows(): string[][] {
  return [
    ["Product ID", "Product Name", "Product Family", "List Price", "Currency", "Active"],
    ...products.map(([name, family, list], index) => [
      recordId("product", index + 1),
      name,
      family,
      String(list),
      "USD",
      "1",
    ]),
  ];
}

/** First days of the quarters of the company's life and the one after its last day. */
function quarters({ start, end }: Company): Day[] {
  const days: Day[] = [];
  for (let day = start; day <= addMonths(quarterStart(end), 3); day = addMonths(day, 3))
    days.push(day);
  return days;
}

/** What a segment wins in a quarter by its own straight trend, per rep that sells in it. */
function trends(company: Company, days: readonly Day[]): Map<string, (quarter: number) => number> {
  const whole = days.filter((day, index) => index >= 2 && addMonths(day, 3) <= company.end);
  return new Map(
    segments.map((segment) => {
      const wins = company.stories.filter((one) => one.won && one.account.segment === segment);
      const points = whole.map((day) => {
        const until = addMonths(day, 3);
        const sold = wins.filter((one) => one.closedAt >= day && one.closedAt < until);
        const sum = sold.reduce((total, one) => total + (one.versions.at(-1)?.amount ?? 0), 0);
        return { x: days.indexOf(day), y: sum };
      });
      const mean = (pick: (point: { x: number; y: number }) => number) =>
        points.reduce((sum, point) => sum + pick(point), 0) / Math.max(1, points.length);
      const [mx, my] = [mean((point) => point.x), mean((point) => point.y)];
      const spread = mean((point) => (point.x - mx) ** 2);
      const slope = spread === 0 ? 0 : mean((point) => (point.x - mx) * (point.y - my)) / spread;
      const sellers = company.reps.filter((rep) => rep.segment === segment).length;
      return [
        segment,
        (quarter: number) => Math.max(my * 0.3, my + slope * (quarter - mx)) / Math.max(1, sellers),
      ];
    }),
  );
}

/** New reps have half a quota in their first two quarters. */
function rampOf(rep: SampleRep, quarter: Day): number {
  return rep.startDay > addMonths(quarter, -6) ? 0.5 : 1;
}

/** Each rep's quota of a quarter by rep id, and each manager's sum by name. */
function quotasOf(reps: readonly SampleRep[], day: Day, perRep: (rep: SampleRep) => number) {
  const own = new Map<string, number>();
  const above = new Map<string, number>();
  for (const rep of reps) {
    const works =
      rep.startDay < addMonths(day, 3) && (rep.leftDay === undefined || rep.leftDay > day);
    if (rep.role !== "AE" || !works) continue;
    const quota = Math.max(5000, Math.round((perRep(rep) * 1.1 * rampOf(rep, day)) / 5000) * 5000);
    own.set(rep.id, quota);
    above.set(rep.manager, (above.get(rep.manager) ?? 0) + quota);
  }
  return { own, above };
}

/** Quarterly quotas about a tenth above the trend; a manager's quota is the sum of the team's. */
export function quotaRows(company: Company, now: Day): string[][] {
  const days = quarters(company);
  const trend = trends(company, days);
  const rows = [["QuotaOwnerId", "StartDate", "Period Grain", "QuotaAmount", "CurrencyIsoCode"]];
  const present = company.reps.filter((rep) => rep.startDay <= now);
  days.forEach((day, quarter) => {
    if (day > addMonths(quarterStart(now), 3)) return;
    const perRep = (rep: SampleRep) => trend.get(rep.segment)?.(quarter) ?? 0;
    const { own, above } = quotasOf(present, day, perRep);
    const total = [...own.values()].reduce((sum, quota) => sum + quota, 0);
    for (const rep of present) {
      const quota = rep.role === "VP" ? total : (own.get(rep.id) ?? above.get(rep.name));
      if (quota !== undefined) rows.push([rep.id, isoDate(day), "quarter", String(quota), "USD"]);
    }
  });
  return rows;
}
