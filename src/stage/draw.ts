import { easeCubicInOut, interpolate, interrupt, type Selection, select } from 'd3';
import type { Mark } from '#kit/mark.ts';
import type { Locale } from '#kit/text.ts';
import { paint } from './paint.ts';

export interface Staging {
  readonly locale: Locale;
  /** Milliseconds that a mark takes to get to its new place; 0 paints at once. */
  readonly duration: number;
}

type Group = SVGGElement & { shown?: Mark };

const keyOf = (mark: Mark): string => `${mark.kind} ${mark.key}`;

/**
 * The one place that joins data to elements. A mark that stays moves by its
 * *place* being interpolated and the mark painted again at every frame, so that
 * arrows, words and boxes stay together and the same code runs without a screen.
 * A picture that was served is taken over: its groups carry their keys.
 */
export function draw(root: SVGGElement, marks: readonly Mark[], { locale, duration }: Staging): void {
  select(root)
    .selectChildren<Group, Mark>('g.mark')
    .data(marks, function (this: Element, mark) {
      return mark ? keyOf(mark) : (this.getAttribute('data-key') ?? '');
    })
    .join(
      (entering) => enter(entering.append('g') as Selection<Group, Mark, SVGGElement, unknown>, locale, duration),
      (staying) => staying.each((mark, i, groups) => move(groups[i] as Group, mark, locale, duration)),
      (leaving) => leave(leaving, duration),
    )
    .order();
}

function enter(groups: Selection<Group, Mark, SVGGElement, unknown>, locale: Locale, duration: number) {
  groups.each(function (mark) {
    this.setAttribute('data-key', keyOf(mark));
    this.shown = mark;
    paint(this, mark, locale);
  });
  if (duration > 0)
    groups.style('opacity', 0).transition('fade').duration(duration).style('opacity', 1).on('end', clearOpacity);
  return groups;
}

function clearOpacity(this: Group): void {
  this.style.removeProperty('opacity');
}

function leave(groups: Selection<Group, Mark, SVGGElement, unknown>, duration: number): void {
  if (duration <= 0) groups.remove();
  else
    groups
      .attr('data-key', null)
      .attr('class', 'leaving')
      .transition('fade')
      .duration(duration / 2)
      .style('opacity', 0)
      .remove();
}

function move(group: Group, mark: Mark, locale: Locale, duration: number): void {
  const from = group.shown?.place;
  const moved = from !== undefined && !samePlace(from, mark.place);
  interrupt(group, 'move');
  if (group.style.opacity !== '') {
    interrupt(group, 'fade');
    group.style.removeProperty('opacity');
  }
  if (!moved || duration <= 0) {
    group.shown = mark;
    paint(group, mark, locale);
    return;
  }
  const between = interpolate(from, mark.place);
  select(group)
    .transition('move')
    .duration(duration)
    .ease(easeCubicInOut)
    .tween('place', () => (t) => {
      group.shown = { ...mark, place: between(t) } as Mark;
      paint(group, group.shown, locale);
    });
}

const samePlace = (a: Mark['place'], b: Mark['place']): boolean => JSON.stringify(a) === JSON.stringify(b);
