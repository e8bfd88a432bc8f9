import { beforeEach, expect, test } from 'vitest';
import { writeSentence } from '#stage/writeSentence.ts';

let caption: HTMLElement;
beforeEach(() => {
  caption = document.createElement('p');
  caption.innerHTML = ' <span>At rest.</span>';
});
const html = () => caption.innerHTML.trim();

test('a step has its number before its words, and the beginning has none', () => {
  writeSentence(caption, 3, 'It counts.');
  expect(html()).toBe('<b class="number">3</b> <span>It counts.</span>');
  writeSentence(caption, 0, 'At rest.');
  expect(html()).toBe('<span>At rest.</span>');
});

test('a machine’s word is code, and nothing in it is markup', () => {
  writeSentence(caption, 1, 'It runs `a < b` and <i>stops</i>.');
  expect(html()).toBe(
    '<b class="number">1</b> <span>It runs <code>a &lt; b</code> and &lt;i&gt;stops&lt;/i&gt;.</span>',
  );
  writeSentence(caption, 2, 'One ` alone is itself.');
  expect(html()).toBe('<b class="number">2</b> <span>One ` alone is itself.</span>');
});

test('a sentence that a translator has wrapped is written anew', () => {
  caption.innerHTML = '<font><b class="number">1</b></font> <span><font>In Ruhe.</font></span>';
  writeSentence(caption, 2, 'It counts.');
  expect(caption.textContent).toBe('2 It counts.');
});
