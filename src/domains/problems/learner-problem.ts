/**
 * What the page gets: the author's text with every question and input as a typed node. Nothing in these types can hold
 * an answer, a correct mark, a hint or a solution, so none can slip through. All of it is plain JSON.
 */
export interface LearnerProblem {
  readonly body: readonly LearnerNode[];
  /** How many hints the learner may ask for. */
  readonly hints: number;
  /** Inputs in the order of the page. */
  readonly inputIds: readonly string[];
}

/** A piece of the body. */
export type LearnerNode = TextNode | ElementNode | QuestionNode | InputNode | NumberFieldNode | PlaceNode;

export interface TextNode {
  readonly type: 'text';
  readonly text: string;
}

/** An author's element. Untrusted: the page sanitises it. */
export interface ElementNode {
  readonly type: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly LearnerNode[];
}

/** One response with its inputs: a group with a name, when it has more than one input. */
export interface QuestionNode {
  readonly type: 'question';
  readonly id: string;
  readonly response: string;
  /** A grader outside of the site judges it: what is answered goes there. */
  readonly isJudgedOutside: boolean;
  /** The question's words; empty when the author wrote none. */
  readonly label: readonly LearnerNode[];
  readonly descriptions: readonly (readonly LearnerNode[])[];
  /** Stands within a line of text. */
  readonly inline: boolean;
  readonly children: readonly LearnerNode[];
}

/** A place that stays empty until something is shown there: a solution, or feedback aimed at the picked choice. */
export interface PlaceNode {
  readonly type: 'place';
  readonly kind: 'solution' | 'feedback';
  readonly id: string;
}

interface InputBase {
  readonly type: 'input';
  readonly id: string;
  readonly questionId: string;
  /** The input's own words; empty where the question's label is its label. */
  readonly label: readonly LearnerNode[];
  readonly inline: boolean;
}

/** A choice: the name that is sent when it is picked, and what it says. */
export interface LearnerChoice {
  readonly name: string;
  readonly body: readonly LearnerNode[];
}

/** Radio buttons or checkboxes. */
export interface ChoicesInput extends InputBase {
  readonly kind: 'choicegroup' | 'checkboxgroup' | 'radiogroup';
  /** Several may be picked: checkboxes, an array of names; otherwise radio buttons, one name. */
  readonly several: boolean;
  readonly choices: readonly LearnerChoice[];
}

/** A dropdown; before its options stands an entry that picks none. */
export interface OptionInput extends InputBase {
  readonly kind: 'optioninput';
  /** The option's text is also the value that is sent. */
  readonly options: readonly string[];
}

/** One line of text: words, a number, a formula or a chemical equation. */
export interface TextInput extends InputBase {
  readonly kind: 'textline' | 'formulaequationinput' | 'chemicalequationinput';
  readonly size: number | null;
  readonly trailingText: string;
  /** Worth a preview of the formula beside the field. */
  readonly preview: 'none' | 'formula' | 'chemistry';
  readonly hidden: boolean;
}

/** A box of several lines, mostly for programs; `start` stands in it at first. */
export interface BoxInput extends InputBase {
  readonly kind: 'textbox';
  readonly rows: number;
  readonly cols: number;
  readonly language: string;
  readonly start: string;
}

/** An image to click on; `[x,y]` in its own pixels is sent. A size of 0 was not written. */
export interface ImageInput extends InputBase {
  readonly kind: 'imageinput';
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** A number to fill in inside a choice of a `choicetext` input; its name is a key of the submitted object. */
export interface NumberFieldNode {
  readonly type: 'number-field';
  readonly name: string;
}

/** Choices with number fields in them; an object of names and texts is sent. */
export interface ChoiceTextInput extends InputBase {
  readonly kind: 'choicetext';
  readonly several: boolean;
  /** `name` is both the key and the value that is sent for a picked choice; bodies hold the number fields. */
  readonly choices: readonly LearnerChoice[];
}

/** A passage with a comment to write and an option to choose; `{"options": [n], "comment": "…"}` is sent as JSON. */
export interface AnnotationInput extends InputBase {
  readonly kind: 'annotationinput';
  readonly title: string;
  readonly text: string;
  readonly comment: string;
  readonly commentPrompt: string;
  readonly tagPrompt: string;
  /** By position: option n is sent as the number n. */
  readonly options: readonly string[];
}

/** Draggables to put on places of an image; JSON text is sent, as its author's Python expects it. */
export interface DragInput extends InputBase {
  readonly kind: 'drag_and_drop_input';
  readonly image: string;
  /** What the picture shows; empty where its author did not say. */
  readonly alt: string;
  readonly onePerTarget: boolean;
  readonly draggables: readonly {
    readonly id: string;
    readonly label: string;
    readonly icon: string;
    readonly reusable: boolean;
  }[];
  readonly targets: readonly {
    readonly id: string;
    readonly label: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

/** An input that needs a program of its own in the page; `settings` are the author's, by name, answers left out. */
export interface AppletInput extends InputBase {
  readonly kind:
    | 'jsinput'
    | 'schematic'
    | 'filesubmission'
    | 'matlabinput'
    | 'crystallography'
    | 'vsepr_input'
    | 'editamoleculeinput'
    | 'designprotein2dinput'
    | 'editageneinput'
    | 'javascriptinput';
  readonly settings: Readonly<Record<string, string>>;
}

/** An input, by `kind`. */
export type InputNode =
  | ChoicesInput
  | OptionInput
  | TextInput
  | BoxInput
  | ImageInput
  | ChoiceTextInput
  | AnnotationInput
  | DragInput
  | AppletInput;
