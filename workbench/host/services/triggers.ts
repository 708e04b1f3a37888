import type { Execution } from "../execution.ts";
import { ServiceError } from "../serviceError.ts";
import { mismatch, ServiceObject } from "../strict.ts";
import type { TriggerData } from "../workbook.ts";
import { EnumValue } from "./enumValue.ts";

/** What the platform demands before a script may make or look at triggers. */
export const TRIGGER_SCOPE = "https://www.googleapis.com/auth/script.scriptapp";

export class Trigger extends ServiceObject {
  readonly service = "Trigger";
  override readonly pure = true;
  readonly #data: TriggerData;

  constructor(run: Execution, data: TriggerData) {
    super(run);
    this.#data = data;
  }

  getHandlerFunction(): string {
    return this.#data.handler;
  }

  getUniqueId(): string {
    return this.#data.id;
  }
}

export class TriggerBuilder extends ServiceObject {
  readonly service = "TriggerBuilder";
  readonly #handler: string;

  constructor(run: Execution, handler: string) {
    super(run);
    this.#handler = handler;
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.run, this.#handler);
  }
}

/** Days, weeks and hours; an add-on gets no finer clock. */
export class ClockTriggerBuilder extends ServiceObject {
  readonly service = "ClockTriggerBuilder";
  readonly #handler: string;
  #when: Omit<TriggerData, "id" | "handler"> = {};

  constructor(run: Execution, handler: string) {
    super(run);
    this.#handler = handler;
  }

  everyDays(days: unknown): this {
    return this.#with({ days: whole("everyDays", days, 1, 366) });
  }

  everyHours(hours: unknown): this {
    return this.#with({ hours: whole("everyHours", hours, 1, 24) });
  }

  everyWeeks(weeks: unknown): this {
    return this.#with({ weeks: whole("everyWeeks", weeks, 1, 52) });
  }

  onWeekDay(day: unknown): this {
    if (!(day instanceof EnumValue)) throw mismatch("ClockTriggerBuilder.onWeekDay", day);
    return this.#with({ weekDay: day.enumName });
  }

  atHour(hour: unknown): this {
    return this.#with({ hour: whole("atHour", hour, 0, 23) });
  }

  inTimezone(zone: unknown): this {
    return this.#with({ zone: String(zone) });
  }

  create(): Trigger {
    const { workbook } = this.run.state;
    workbook.triggers ??= [];
    const { hours, days, weeks, weekDay } = this.#when;
    const rhythms = [hours, days, weeks].filter((every) => every !== undefined);
    if (rhythms.length !== 1 || (weeks === undefined) !== !weekDay)
      throw new ServiceError("The chosen recurrence is not valid.");
    if (workbook.triggers.length > 0)
      throw new ServiceError(
        "This add-on has created too many time-based triggers in this document.",
      );
    const id = String(workbook.nextId++);
    const data = { id, handler: this.#handler, ...this.#when };
    workbook.triggers.push(data);
    return new Trigger(this.run, data);
  }

  #with(more: Partial<TriggerData>): this {
    this.#when = { ...this.#when, ...more };
    return this;
  }
}

function whole(method: string, value: unknown, least: number, most: number): number {
  if (typeof value !== "number") throw mismatch(`ClockTriggerBuilder.${method}`, value);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new ServiceError(`Invalid argument: ${value}`);
  return value;
}
