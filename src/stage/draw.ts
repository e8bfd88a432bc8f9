import { type Selection, select, type Timer, timer } from 'd3';
import type { Mark } from '#kit/mark.ts';
import type { Locale } from '#kit/text.ts';
import { between, slowAtEnds } from './between.ts';
import { paint, paintClass, paintName, paintParts } from './paint.ts';
import { same } from './same.ts';

export interface Staging {
  readonly locale: Locale;
  /** Milliseconds that a mark takes to get to its new place; 0 paints at once. */
  readonly duration: number;
}

/** A mark's element, what it shows now, the mark it was last painted for and in which language, whether it was named for it too, whether it is on its way in or out, and the clock that is moving it. */
type Group = SVGGElement & {
  shown?: Mark;
  painted?: Mark;
  locale?: Locale;
  named?: boolean;
  pale?: boolean;
  clock?: Timer;
};
type Groups = Selection<Group, Mark, SVGGElement, unknown>;
/** What a picture shows: the marks in their order, each with its group. */
interface Drawn {
  readonly marks: readonly Mark[];
  readonly groups: readonly Group[];
  readonly locale: Locale;
}
type Root = SVGGElement & { drawn?: Drawn };

/** What a mark is known by on its sheet. */
export const keyOf = (mark: Mark): string => `${mark.kind} ${mark.key}`;

/**
 * The one place that joins data to elements. A mark that stays moves by its
 * *place* being interpolated and the mark painted again at every frame, so that
 * arrows, words and boxes stay together and the same code runs without a screen.
 * A picture that was served is taken over: its groups carry their keys.
 */
export function draw(root: Root, marks: readonly Mark[], staging: Staging): void {
  const groups = stillThere(root, marks) ?? join(root, marks, staging);
  for (const [i, mark] of marks.entries()) move(groups[i] as Group, mark, staging);
  root.drawn = { marks, groups, locale: staging.locale };
}

/** Says what the marks are to whoever does not see them. As nothing of it is seen, no frame need wait for it. */
export function nameMarks({ drawn }: Root): void {
  if (!drawn) return;
  for (const [i, mark] of drawn.marks.entries()) {
    const group = drawn.groups[i];
    if (!group || group.named) continue;
    paintName(group, mark, drawn.locale);
    group.named = true;
  }
}

/** The groups of these marks where nothing has come, gone or changed its place in the order: most steps need no more. */
function stillThere({ drawn }: Root, marks: readonly Mark[]): readonly Group[] | undefined {
  if (drawn?.marks.length !== marks.length) return undefined;
  const known = (mark: Mark, i: number) => mark.key === drawn.marks[i]?.key && mark.kind === drawn.marks[i]?.kind;
  return marks.every(known) ? drawn.groups : undefined;
}

/** A group for every mark, in their order. */
function join(root: SVGGElement, marks: readonly Mark[], { locale, duration }: Staging): readonly Group[] {
  return select(root)
    .selectChildren<Group, Mark>('g.mark')
    .data(marks, function (this: Element, mark) {
      return mark ? keyOf(mark) : (this.getAttribute('data-key') ?? '');
    })
    .join(
      (entering) => enter(entering.append('g') as Groups, locale, duration),
      (staying) => staying,
      (leaving) => leave(leaving, duration),
    )
    .order()
    .nodes();
}

/** Calls `show` with how far it has come, 0 to 1, at every frame until it is there; whatever moved the group before stops. */
function during(group: Group, duration: number, show: (done: number) => void): void {
  group.clock?.stop();
  show(duration > 0 ? 0 : 1);
  if (duration <= 0) return;
  group.clock = timer((elapsed) => {
    const done = Math.min(1, elapsed / duration);
    if (done === 1) group.clock?.stop();
    show(slowAtEnds(done));
  });
}

const fade = (group: Group, opacity: number): void => {
  if (opacity < 1) group.style.opacity = String(opacity);
  else if (group.pale) group.style.removeProperty('opacity');
  group.pale = opacity < 1;
};

/** What fades in has its key and its class at once, and its parts in the first frame in which they are seen. */
function enter(groups: Groups, locale: Locale, duration: number): Groups {
  return groups.each(function (mark) {
    this.setAttribute('data-key', keyOf(mark));
    this.shown = mark;
    this.painted = mark;
    this.locale = locale;
    paintClass(this, mark);
    during(this, duration, (done) => {
      if (done > 0 && !this.firstChild) paintParts(this, mark, locale);
      fade(this, done);
    });
  });
}

/** What leaves is no mark any more: called back, it enters anew while the old one fades. */
function leave(groups: Groups, duration: number): void {
  groups
    .attr('data-key', null)
    .attr('class', 'leaving')
    .each(function () {
      during(this, duration / 2, (done) => (done < 1 ? fade(this, 1 - done) : this.remove()));
    });
}

function move(group: Group, mark: Mark, { locale, duration }: Staging): void {
  if (group.locale === locale && same(group.painted, mark)) return;
  group.painted = mark;
  group.locale = locale;
  group.named = false;
  const from = group.shown;
  const moved = from !== undefined && !same(from.place, mark.place);
  fade(group, 1);
  during(group, moved ? duration : 0, (done) => {
    group.shown = moved && done < 1 ? between(from, mark, done) : mark;
    paint(group, group.shown, locale);
  });
}
