import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

export interface Placed {
  readonly id: string;
  readonly classes: readonly string[];
  readonly rows: readonly string[];
  readonly place: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
}
export interface Joined {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly pattern: string;
  readonly arrows: readonly ['none' | string, 'none' | string];
}
/** Where Mermaid would put everything, in units of the drawing's own sheet. */
export interface Layout {
  readonly kind: string;
  readonly w: number;
  readonly h: number;
  readonly groups: readonly Placed[];
  readonly nodes: readonly Placed[];
  readonly edges: readonly Joined[];
  readonly labels: readonly Placed[];
}

const modules = 'node_modules';
/** Letters are measured in the face and at the size they are shown in, and a little apart: other faces are wider. */
const STYLE = `@font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,FONT) }
  * { font: 550 16px Inter, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif !important;
    letter-spacing: 0.5px !important }`;

/** Makes a page ready to lay figures out in. */
export async function openDesk(page: Page): Promise<void> {
  const font = readFileSync(`${modules}/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2`, 'base64');
  await page.setContent('<html lang="en"><body></body></html>');
  await page.addStyleTag({ content: STYLE.replace('FONT', font) });
  await page.addScriptTag({ path: `${modules}/mermaid/dist/mermaid.min.js` });
  await page.evaluate(() => document.fonts.load('550 16px Inter'));
}

/** The width of a Chinese letter here, in ems: 1 unless the machine has no face that holds it. */
export const chineseWidth = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const span = document.body.appendChild(document.createElement('span'));
    span.style.setProperty('letter-spacing', '0', 'important');
    span.textContent = '虚拟机监控器退出页表';
    const { width } = span.getBoundingClientRect();
    span.remove();
    return width / span.textContent.length / 16;
  });

/** Has Mermaid lay out one flowchart, and reads off the page where everything came to stand. */
export async function layOut(page: Page, source: string): Promise<Layout> {
  try {
    return await page.evaluate(readLayout, source);
  } catch (error) {
    // Mermaid's message, without the browser's account of where it was thrown.
    throw new Error(
      String(error)
        .replace(/^.*?Error: page\.evaluate: (Error: )?/, '')
        .replace(/\n\s+at [\s\S]*$/, ''),
    );
  }
}

/** Runs in the page, so it can use nothing from outside itself. */
async function readLayout(source: string): Promise<Layout> {
  const { mermaid } = globalThis as unknown as { mermaid: typeof import('mermaid').default };
  const chart = {
    htmlLabels: false,
    padding: 11,
    nodeSpacing: 34,
    rankSpacing: 38,
    wrappingWidth: 4000,
    minNodeWidth: 64,
  };
  mermaid.initialize({ startOnLoad: false, look: 'classic', htmlLabels: false, flowchart: chart });
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(source);
  if (diagram.type !== 'flowchart-v2')
    return { kind: diagram.type, w: 0, h: 0, groups: [], nodes: [], edges: [], labels: [] };
  document.body.innerHTML = (await mermaid.render('figure', source)).svg;
  const svg = document.querySelector('svg') as SVGSVGElement;
  const { width, height } = svg.viewBox.baseVal;
  svg.style.cssText = `position: absolute; left: 0; top: 0; width: ${width}px; height: ${height}px; max-width: none`;
  const within = (element: SVGGraphicsElement, { x, y }: { x: number; y: number }) => {
    const at = new DOMPoint(x, y).matrixTransform(element.getCTM() ?? undefined);
    return { x: at.x, y: at.y };
  };
  const placed = (group: Element, box: SVGGraphicsElement | null): Placed => {
    const { x, y, width: w, height: h } = box?.getBBox() ?? { x: 0, y: 0, width: 0, height: 0 };
    const rows = [...group.querySelectorAll('.text-outer-tspan')].map((row) => row.textContent.trim()).filter(Boolean);
    const place = { ...(box ? within(box, { x, y }) : { x, y }), w, h };
    return { id: group.id, classes: [...group.classList], rows, place };
  };
  const all = (selector: string) => [...document.querySelectorAll<SVGGraphicsElement>(selector)];
  const { edges } = (diagram.db as unknown as { getData(): { edges: Record<string, string>[] } }).getData();
  return {
    kind: diagram.type,
    w: width,
    h: height,
    groups: all('.cluster').map((g) => placed(g, g.querySelector(':scope > rect'))),
    nodes: all('.node').map((g) => placed(g, g.querySelector('.label-container'))),
    labels: all('.edgeLabel .label').map((g) => placed(g, g.querySelector('rect.background'))),
    edges: edges.map((edge) => {
      const path = document.querySelector<SVGPathElement>(`path[data-id="${edge.id}"]`) as SVGPathElement;
      const points: { x: number; y: number }[] = JSON.parse(atob(path.dataset.points ?? ''));
      return {
        id: edge.id ?? '',
        from: edge.start ?? '',
        to: edge.end ?? '',
        points: points.map((point) => within(path, point)),
        pattern: edge.pattern ?? '',
        arrows: [edge.arrowTypeStart ?? 'none', edge.arrowTypeEnd ?? 'none'],
      };
    }),
  };
}
