import type { Execution } from "../execution.ts";
import { ServiceError } from "../serviceError.ts";
import { ServiceObject } from "../strict.ts";
import { activeRange } from "./activeRange.ts";
import { ConditionalFormatRuleBuilder } from "./conditionalFormat.ts";
import { DataValidationBuilder } from "./dataValidation.ts";
import { Enum } from "./enumValue.ts";
import { TextStyleBuilder } from "./textStyle.ts";
import { Ui } from "./ui.ts";

export class SpreadsheetApp extends ServiceObject {
  readonly service = "SpreadsheetApp";
  override readonly constants: Readonly<Record<string, Enum>>;
  readonly #ui: Ui;

  constructor(run: Execution) {
    super(run);
    this.constants = {
      BorderStyle: new Enum(
        run,
        "BorderStyle",
        "DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK DOUBLE",
      ),
      BooleanCriteria: new Enum(
        run,
        "BooleanCriteria",
        `CELL_EMPTY CELL_NOT_EMPTY CUSTOM_FORMULA NUMBER_BETWEEN NUMBER_NOT_BETWEEN NUMBER_EQUAL_TO NUMBER_NOT_EQUAL_TO
         NUMBER_GREATER_THAN NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN NUMBER_LESS_THAN_OR_EQUAL_TO TEXT_CONTAINS
         TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO TEXT_STARTS_WITH TEXT_ENDS_WITH`,
      ),
      CopyPasteType: new Enum(
        run,
        "CopyPasteType",
        `PASTE_NORMAL PASTE_NO_BORDERS PASTE_FORMAT PASTE_FORMULA PASTE_DATA_VALIDATION PASTE_VALUES
         PASTE_CONDITIONAL_FORMATTING PASTE_COLUMN_WIDTHS`,
      ),
      DataValidationCriteria: new Enum(
        run,
        "DataValidationCriteria",
        `CHECKBOX CUSTOM_FORMULA DATE_AFTER DATE_BEFORE DATE_BETWEEN DATE_IS_VALID_DATE DATE_ON_OR_AFTER DATE_ON_OR_BEFORE
         NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN
         NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_NOT_BETWEEN NUMBER_NOT_EQUAL_TO TEXT_CONTAINS TEXT_EQUAL_TO
         TEXT_IS_VALID_EMAIL VALUE_IN_LIST VALUE_IN_RANGE`,
      ),
      Dimension: new Enum(run, "Dimension", "COLUMNS ROWS"),
      InterpolationType: new Enum(run, "InterpolationType", "NUMBER PERCENT PERCENTILE MIN MAX"),
      ProtectionType: new Enum(run, "ProtectionType", "RANGE SHEET"),
      WrapStrategy: new Enum(run, "WrapStrategy", "WRAP OVERFLOW CLIP"),
    };
    this.#ui = new Ui(run, {
      Button: new Enum(run, "Button", "CLOSE OK CANCEL YES NO"),
      ButtonSet: new Enum(run, "ButtonSet", "OK OK_CANCEL YES_NO YES_NO_CANCEL"),
    });
  }

  getActive(): unknown {
    return this.run.handles?.spreadsheet();
  }
  getActiveSpreadsheet(): unknown {
    return this.run.handles?.spreadsheet();
  }
  getActiveSheet(): unknown {
    const { workbook } = this.run.state;
    const sheet = this.run.state.sheetById(workbook.activeSheetId) ?? workbook.sheets[0];
    return sheet ? this.run.handles?.sheet(sheet) : null;
  }
  getActiveRange(): unknown {
    return activeRange(this.run);
  }
  getCurrentCell(): unknown {
    return activeRange(this.run, true);
  }
  getUi(): Ui {
    if (!this.run.hasUi)
      throw new ServiceError("Cannot call SpreadsheetApp.getUi() from this context.");
    return this.#ui;
  }
  flush(): void {
    this.run.throwLate();
  }
  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.run);
  }
  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder(this.run);
  }
  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this.run);
  }
}

export class Charts extends ServiceObject {
  readonly service = "Charts";
  override readonly constants: Readonly<Record<string, Enum>>;

  constructor(run: Execution) {
    super(run);
    this.constants = {
      ChartType: new Enum(
        run,
        "ChartType",
        `AREA BAR BUBBLE CANDLESTICK COLUMN COMBO GAUGE GEO HISTOGRAM LINE ORG PIE RADAR SCATTER SPARKLINE STEPPED_AREA
         TABLE TIMELINE TREEMAP WATERFALL`,
      ),
      Position: new Enum(run, "Position", "TOP RIGHT BOTTOM NONE"),
    };
  }
}
