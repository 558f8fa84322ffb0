/** Pages that have moved since an address of theirs may have been kept: in a calendar, a notice, a chat, a code on a wall. */
const MOVED: Record<string, string> = {
  'pages/mine/class/index': '/packages/me/class/index',
  'pages/mine/absences/index': '/packages/me/absences/index',
  'pages/profile/index': '/packages/me/profile/index',
  'pages/help/index': '/packages/me/help/index',
  'pages/invite/index': '/packages/me/invite/index',
};

/** Where an address that this app has no page for leads now; home where it never had one. */
export function movedTo(path: string, query: Record<string, unknown> = {}): string {
  const page = MOVED[path.replace(/^\//, '')];
  if (!page) return '/pages/home/index';
  // What begins with a dollar sign is the router's own.
  const kept = Object.entries(query).filter(([name, value]) => !name.startsWith('$') && value !== undefined);
  const params = kept.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  return params ? `${page}?${params}` : page;
}
