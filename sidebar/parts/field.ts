import { fill, h, newId } from "../dom.ts";

/** A labelled control with help under it and its error beside it. */
export type Field<Control extends HTMLElement> = {
  readonly node: HTMLElement;
  readonly control: Control;
  /** Shows what is wrong, in words, and marks the control; undefined clears it. */
  readonly fail: (message: string | undefined) => void;
};

type FieldText = { readonly label: string; readonly help?: string };

export type Choice = { readonly value: string; readonly label: string };

function field<Control extends HTMLElement>(text: FieldText, control: Control): Field<Control> {
  const [id, helpId, errorId] = [newId(), newId(), newId()];
  control.id = id;
  const error = h("p", { class: "error", id: errorId, role: "alert", hidden: true });
  const described = text.help ? `${helpId} ${errorId}` : errorId;
  control.setAttribute("aria-describedby", described);
  const node = h(
    "div",
    { class: "field" },
    h("label", { for: id }, text.label),
    control,
    text.help ? h("p", { class: "help", id: helpId }, text.help) : undefined,
    error,
  );
  return {
    node,
    control,
    fail: (message) => {
      fill(error, message);
      error.hidden = message === undefined;
      if (message === undefined) control.removeAttribute("aria-invalid");
      else control.setAttribute("aria-invalid", "true");
    },
  };
}

export type TextOptions = FieldText & {
  readonly value?: string;
  readonly type?: "text" | "number" | "date" | "search";
  readonly placeholder?: string;
  /** Offered while typing. */
  readonly list?: readonly (string | Choice)[];
  readonly required?: boolean;
  readonly onInput?: (value: string) => void;
};

export function textField(options: TextOptions): Field<HTMLInputElement> {
  const { value = "", type = "text", placeholder, required, onInput } = options;
  const listId = options.list ? newId() : undefined;
  const control = h("input", {
    type,
    placeholder,
    list: listId,
    autocomplete: "off",
    "aria-required": required ? "true" : undefined,
    on: { input: () => onInput?.(control.value) },
  });
  control.value = value;
  const made = field(options, control);
  if (listId) {
    const offered = (options.list ?? []).map((one) =>
      typeof one === "string"
        ? h("option", { value: one })
        : h("option", { value: one.value, label: one.label }, one.label),
    );
    made.node.append(h("datalist", { id: listId }, ...offered));
  }
  return made;
}

export type AreaOptions = FieldText & {
  readonly value?: string;
  readonly rows?: number;
  readonly onInput?: (value: string) => void;
};

/** A field of several lines. */
export function areaField(options: AreaOptions): Field<HTMLTextAreaElement> {
  const { value = "", rows = 4, onInput } = options;
  const control = h("textarea", { rows, on: { input: () => onInput?.(control.value) } });
  control.value = value;
  return field(options, control);
}

export type SelectOptions = FieldText & {
  readonly value?: string;
  readonly choices: readonly Choice[];
  readonly onChange?: (value: string) => void;
};

export function selectField(options: SelectOptions): Field<HTMLSelectElement> {
  const { value, choices, onChange } = options;
  const control = h(
    "select",
    { on: { change: () => onChange?.(control.value) } },
    ...choices.map((choice) => h("option", { value: choice.value }, choice.label)),
  );
  if (value !== undefined) control.value = value;
  return field(options, control);
}

export type CheckOptions = FieldText & {
  readonly checked?: boolean;
  readonly onChange?: (checked: boolean) => void;
};

/** A checkbox with its words behind it. It changes nothing until a button is pressed. */
export function checkField({ label, help, checked, onChange }: CheckOptions): {
  readonly node: HTMLElement;
  readonly control: HTMLInputElement;
} {
  const helpId = help ? newId() : undefined;
  const control = h("input", {
    type: "checkbox",
    "aria-describedby": helpId,
    on: { change: () => onChange?.(control.checked) },
  });
  control.checked = checked ?? false;
  const node = h(
    "div",
    { class: "field check" },
    h("label", {}, control, h("span", {}, label)),
    help ? h("p", { class: "help", id: helpId }, help) : undefined,
  );
  return { node, control };
}
