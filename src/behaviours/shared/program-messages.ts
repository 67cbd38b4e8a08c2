/** The names of an author's own functions, as the problem's source gives them: `Tide.getGrade`. */
export interface ProgramFunctions {
  readonly grade: string;
  readonly getState: string;
  readonly setState: string;
}

/** What a page says to the program of one of its questions, as JSON. */
export type ToProgram =
  | { readonly type: 'mooc.program.open'; readonly functions: ProgramFunctions; readonly state: string }
  | { readonly type: 'mooc.program.ask'; readonly functions: ProgramFunctions };

/** What a program's frame says to its page. `state` is null where the program keeps none. */
export type FromProgram =
  | { readonly type: 'mooc.program.ready' }
  | { readonly type: 'mooc.program.answer'; readonly grade: string; readonly state: string | null };
