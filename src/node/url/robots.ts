/** What a site's robots.txt allows to one reader. */
export interface Robots {
  readonly allows: (path: string) => boolean;
}

interface Rule {
  readonly allow: boolean;
  readonly path: string;
}

const MOST = 500 * 1024;

/** A rule's path as a pattern: "*" is any signs, "$" at its end the end of the path. */
function matches(rule: string, path: string): boolean {
  const ended = rule.endsWith('$');
  const parts = (ended ? rule.slice(0, -1) : rule).split('*');
  let at = parts[0]!.length;
  if (!path.startsWith(parts[0]!)) return false;
  for (const [i, part] of parts.slice(1).entries()) {
    const last = i === parts.length - 2;
    const found = last && ended ? path.length - part.length : path.indexOf(part, at);
    if (found < at || !path.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return !ended || at === path.length;
}

/** Groups of rules with the names that they are for, in lower case. */
function groupsOf(text: string): readonly { readonly agents: readonly string[]; readonly rules: readonly Rule[] }[] {
  const groups: { agents: string[]; rules: Rule[] }[] = [];
  let naming = false;
  for (const line of text.slice(0, MOST).split(/\r\n?|\n/)) {
    const [, key, value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const field = key?.toLowerCase();
    if (field === 'user-agent') {
      if (!naming) groups.push({ agents: [], rules: [] });
      groups.at(-1)!.agents.push(value.trim().toLowerCase());
      naming = true;
    } else if (field === 'allow' || field === 'disallow') {
      naming = false;
      if (value.trim() !== '') groups.at(-1)?.rules.push({ allow: field === 'allow', path: value.trim() });
    }
  }
  return groups;
}

/**
 * Reads a robots.txt: the groups for `agent`, else those for all. The longest rule that matches counts, and of two equally long
 * ones the one that allows.
 *
 * @see RFC 9309
 * @example readRobots('User-agent: *\nDisallow: /private', 'hearsay').allows('/private/a') // false
 */
export function readRobots(text: string, agent: string): Robots {
  const groups = groupsOf(text);
  const own = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()));
  const rules = (own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'))).flatMap((group) => group.rules);
  return {
    allows: (path) => {
      const found = rules.filter((rule) => matches(rule.path, path));
      const longest = Math.max(-1, ...found.map((rule) => rule.path.length));
      return longest === -1 || found.some((rule) => rule.allow && rule.path.length === longest);
    },
  };
}
