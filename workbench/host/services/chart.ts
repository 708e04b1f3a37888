import { cellName } from "../a1.ts";
import type { Execution } from "../execution.ts";
import { ServiceError } from "../serviceError.ts";
import { mismatch, ServiceObject } from "../strict.ts";
import type { Area, ChartData, SheetData } from "../workbook.ts";
import type { EnumValue } from "./enumValue.ts";

/** A chart on a sheet, or one that was built and not yet inserted. */
export class EmbeddedChart extends ServiceObject {
  readonly service = "EmbeddedChart";
  readonly sheet: SheetData;
  readonly data: ChartData;

  constructor(run: Execution, sheet: SheetData, data: ChartData) {
    super(run);
    this.sheet = sheet;
    this.data = data;
  }

  getChartId(): number | null {
    return this.data.id < 0 ? null : this.data.id;
  }

  getRanges(): unknown[] {
    return this.data.ranges.flatMap(({ sheetId, area }) => {
      const sheet = this.run.state.sheetById(sheetId);
      return sheet ? [this.run.handles?.range(sheet, area)] : [];
    });
  }

  getOptions(): ChartOptions {
    return new ChartOptions(this.run, this.data);
  }

  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this.run, this.data);
  }

  getNumHeaders(): number {
    return this.data.headers;
  }

  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.run, this.sheet, structuredClone(this.data));
  }
}

class ChartOptions extends ServiceObject {
  readonly service = "ChartOptions";
  readonly #data: ChartData;

  constructor(run: Execution, data: ChartData) {
    super(run);
    this.#data = data;
  }

  get(option: string): unknown {
    return this.#data.options[option] ?? null;
  }
}

class ContainerInfo extends ServiceObject {
  readonly service = "ContainerInfo";
  readonly #data: ChartData;

  constructor(run: Execution, data: ChartData) {
    super(run);
    this.#data = data;
  }

  getAnchorRow(): number {
    return this.#data.anchor.row;
  }
  getAnchorColumn(): number {
    return this.#data.anchor.column;
  }
  getOffsetX(): number {
    return this.#data.anchor.offsetX;
  }
  getOffsetY(): number {
    return this.#data.anchor.offsetY;
  }
  override toString(): string {
    return `chart at ${cellName(this.#data.anchor.row, this.#data.anchor.column)}`;
  }
}

/** Types that both Sheets and the workbench draw. A funnel is a bar chart. */
const DRAWN = ["BAR", "COLUMN", "LINE", "AREA", "PIE", "COMBO", "SCATTER", "GAUGE", "WATERFALL"];

/** A range as far as a chart needs it. */
type RangeLike = { sheet: SheetData; area: Area };

const isRange = (value: unknown): value is RangeLike =>
  typeof value === "object" && value !== null && "sheet" in value && "area" in value;

export class EmbeddedChartBuilder extends ServiceObject {
  readonly service: string = "EmbeddedChartBuilder";
  protected readonly sheet: SheetData;
  protected readonly data: ChartData;

  constructor(run: Execution, sheet: SheetData, data?: ChartData) {
    super(run);
    this.sheet = sheet;
    this.data = data ?? {
      id: -1,
      type: "COLUMN",
      ranges: [],
      options: {},
      anchor: { row: 1, column: 1, offsetX: 0, offsetY: 0 },
      width: 600,
      height: 371,
      headers: 0,
    };
  }

  addRange(range: unknown): this {
    if (!isRange(range)) throw mismatch("SpreadsheetApp.EmbeddedChartBuilder.addRange", range);
    this.data.ranges.push({ sheetId: range.sheet.id, area: range.area });
    return this;
  }
  clearRanges(): this {
    this.data.ranges = [];
    return this;
  }
  getRanges(): unknown[] {
    return new EmbeddedChart(this.run, this.sheet, this.data).getRanges();
  }
  setNumHeaders(headers: number): this {
    this.data.headers = headers;
    return this;
  }
  setPosition(row: number, column: number, offsetX: number, offsetY: number): this {
    if (!(row >= 1 && column >= 1) || row > this.sheet.rows || column > this.sheet.columns) {
      throw new ServiceError(
        "The coordinates of the range are outside the dimensions of the sheet.",
      );
    }
    if (typeof offsetX !== "number" || typeof offsetY !== "number") {
      throw mismatch(
        "SpreadsheetApp.EmbeddedChartBuilder.setPosition",
        row,
        column,
        offsetX,
        offsetY,
      );
    }
    this.data.anchor = { row, column, offsetX, offsetY };
    return this;
  }
  setChartType(type: unknown): this {
    const name =
      typeof type === "object" && type !== null && "enumName" in type
        ? String(type.enumName)
        : undefined;
    if (name === undefined)
      throw mismatch("SpreadsheetApp.EmbeddedChartBuilder.setChartType", type);
    if (!DRAWN.includes(name)) {
      throw new ServiceError(
        `A ${name} chart is not drawn here; the types drawn are ${DRAWN.join(", ")}.`,
      );
    }
    this.data.type = name;
    return this;
  }
  setOption(option: string, value: unknown): this {
    if (typeof option !== "string")
      throw mismatch("SpreadsheetApp.EmbeddedChartBuilder.setOption", option, value);
    if ((option === "width" || option === "height") && typeof value === "number")
      this.data[option] = value;
    else flatten(option, value, this.data.options);
    return this;
  }

  asBarChart() {
    return this.#as("BAR");
  }
  asColumnChart() {
    return this.#as("COLUMN");
  }
  asLineChart() {
    return this.#as("LINE");
  }
  asAreaChart() {
    return this.#as("AREA");
  }
  asPieChart() {
    return this.#as("PIE");
  }
  asComboChart() {
    return this.#as("COMBO");
  }
  asScatterChart() {
    return this.#as("SCATTER");
  }

  build(): EmbeddedChart {
    if (this.data.ranges.length === 0) throw new ServiceError("A chart needs at least one range.");
    return new EmbeddedChart(this.run, this.sheet, structuredClone(this.data));
  }

  #as(type: string): TypedChartBuilder {
    this.data.type = type;
    return new TypedChartBuilder(this.run, this.sheet, this.data);
  }
}

/** What `asBarChart()` and its kin give: setters with names, which exist only there. */
class TypedChartBuilder extends EmbeddedChartBuilder {
  override readonly service = "EmbeddedTypedChartBuilder";

  setTitle(title: string): this {
    return this.setOption("title", title);
  }
  setXAxisTitle(title: string): this {
    return this.setOption(this.data.type === "BAR" ? "vAxis.title" : "hAxis.title", title);
  }
  setYAxisTitle(title: string): this {
    return this.setOption(this.data.type === "BAR" ? "hAxis.title" : "vAxis.title", title);
  }
  setColors(colors: unknown): this {
    return this.setOption("colors", colors);
  }
  setBackgroundColor(color: string): this {
    return this.setOption("backgroundColor", color);
  }
  setStacked(): this {
    return this.setOption("isStacked", true);
  }
  setLegendPosition(position: EnumValue): this {
    return this.setOption("legend.position", position.enumName.toLowerCase());
  }
  setRange(low: number, high: number): this {
    return this.setOption("vAxis.viewWindow.min", low).setOption("vAxis.viewWindow.max", high);
  }
}

/** `series: {0: {color}}` becomes `series.0.color`; lists stay lists. */
function flatten(path: string, value: unknown, options: Record<string, unknown>): void {
  for (const key of Object.keys(options)) if (key.startsWith(`${path}.`)) delete options[key];
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    if (value === null || value === undefined) delete options[path];
    else options[path] = Array.isArray(value) ? JSON.parse(JSON.stringify(value)) : value;
    return;
  }
  for (const [key, entry] of Object.entries(value)) flatten(`${path}.${key}`, entry, options);
}
