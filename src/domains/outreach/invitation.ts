import { type Static, Type } from 'typebox';

/** What is carried over from an inquiry to the organisation that may come of it. */
export const carriedSchema = Type.Object(
  {
    organisation: Type.String(),
    kind: Type.String(),
    person: Type.String(),
    role: Type.String(),
    country: Type.String(),
    teaches: Type.String(),
  },
  { additionalProperties: false },
);

/** What an organisation would begin with: texts, empty where nothing was said. */
export type Carried = Static<typeof carriedSchema>;
