import { lowerFirst } from "../../core/firstLetter.ts";
import { InputError } from "../../core/inputError.ts";
import type { Read } from "../../settings/subject.ts";
import type { Cells } from "../customFunction.ts";

/**
 * Reads a range that a settings sheet publishes. A setting that cannot be read is an error here: a formula that went on
 * with the default would hide it.
 */
export function settingsArgument<Value>(
  name: string,
  read: (cells: Cells | undefined) => Read<Value>,
): (cells: Cells | undefined) => Value {
  return (cells) => {
    const { value, issues } = read(cells);
    const issue = issues[0];
    if (issue) {
      const row = issue.row === undefined ? "" : `row ${issue.row} of `;
      const column = issue.column === undefined ? "" : `, ${issue.column}`;
      throw new InputError(`${row}${name}${column}: ${lowerFirst(issue.message)}`);
    }
    return value;
  };
}
