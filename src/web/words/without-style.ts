/**
 * A drawing of Plot without what a page cannot have of it: the style sheet that it carries (the server's policy refuses those made at run time; ours
 * stand in echoes.css) and the names that it gives to groups of marks, which nobody is to hear. What the drawing says is said beside it in words.
 */
export function withoutStyle(drawing: Element): Element {
  for (const style of drawing.querySelectorAll('style')) style.remove();
  for (const group of drawing.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  return drawing;
}
