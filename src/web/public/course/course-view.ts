import { plainText } from '../../../domains/catalog/index.ts';
import type { Block, CourseVersion } from '../../../domains/courses/index.ts';
import {
  type Enrolment,
  type EnrolmentClosure,
  type EnrolmentTerms,
  findClosure,
} from '../../../domains/enrolment/index.ts';
import type { AuthorText } from '../../learner/pages/author-pages.ts';

/** What the course page says: a view for everybody, with what the reader may do. */
export interface CourseView {
  readonly courseKey: string;
  readonly title: string;
  readonly language: string;
  readonly organisation: { readonly key: string; readonly name: string };
  /** The organisation's own colour. */
  readonly accent: string | null;
  readonly summary: string;
  /** The author's own words, made safe. */
  readonly overview: AuthorText | null;
  readonly imageHref: string | null;
  readonly starts_at: Date | null;
  readonly ends_at: Date | null;
  readonly sections: readonly { readonly name: string; readonly subsections: readonly string[] }[];
  readonly counts: { readonly units: number; readonly problems: number; readonly videos: number };
  readonly entry: CourseEntry;
  /** Courses that should be taken before; those that are not here go by their keys. */
  readonly before: readonly { readonly courseKey: string; readonly title: string; readonly isHere: boolean }[];
}

/** How the reader comes in. */
export type CourseEntry =
  | { readonly type: 'enrolled' }
  | { readonly type: 'open'; readonly isSignedIn: boolean }
  | {
      readonly type: 'closed';
      readonly because: EnrolmentClosure;
      readonly opens_at: Date | null;
      readonly isSignedIn: boolean;
      /** From the link that the reader came by. */
      readonly code: string;
    };

/** When and by whom a course may be entered, from its settings. */
export function termsOf({ courseKey, info }: CourseVersion): EnrolmentTerms {
  return {
    courseKey,
    opens_at: info.enrollment_start ? new Date(info.enrollment_start) : null,
    closes_at: info.enrollment_end ? new Date(info.enrollment_end) : null,
    isInvitationOnly: info.invitation_only,
    capacity: info.max_student_enrollments_allowed,
  };
}

/** How a reader comes in. `enrolled`: how many take the course now. */
export function entryFor(
  terms: EnrolmentTerms,
  reader: { readonly enrolment: Enrolment | null; readonly isSignedIn: boolean; readonly code: string },
  enrolled: number,
  now: Date,
): CourseEntry {
  const { enrolment, isSignedIn, code } = reader;
  if (enrolment?.isActive) return { type: 'enrolled' };
  const because = findClosure(terms, now, enrolled);
  return because
    ? { type: 'closed', because, opens_at: terms.opens_at, isSignedIn, code }
    : { type: 'open', isSignedIn };
}

/** The contents as everybody may know them: what is for staff, or kept out of the outline, is left out. */
export function contentsOf(version: CourseVersion): Pick<CourseView, 'sections' | 'counts'> {
  const open = (block: Block) =>
    block.children.filter((child) => !child.effective.visible_to_staff_only && !child.effective.hide_from_toc);
  const chapters = open(version.root).filter(({ tag }) => tag === 'chapter');
  const tags = new Map<string, number>();
  const count = (block: Block) => {
    tags.set(block.tag, (tags.get(block.tag) ?? 0) + 1);
    open(block).forEach(count);
  };
  chapters.forEach(count);
  return {
    sections: chapters.map((chapter) => ({
      name: chapter.displayName,
      subsections: open(chapter).map((subsection) => subsection.displayName),
    })),
    counts: {
      units: tags.get('vertical') ?? 0,
      problems: tags.get('problem') ?? 0,
      videos: tags.get('video') ?? 0,
    },
  };
}

/** The course in a sentence or two. */
export function summaryOf({ info }: CourseVersion): string {
  return plainText(info.about.short_description ?? '', 300);
}
