/** One comment on a pull request, found again by a hidden marker and updated in place. Talks to GitHub's REST API alone. */
import { type LocalText, localText } from '../base/locale.ts';

interface Comment {
  readonly id: number;
  readonly body?: string;
  readonly user?: { readonly type?: string };
  readonly author_association?: string;
}

/** Why there is no comment, where there is none: a token without the right to write (pull requests from forks) is no failure. */
export async function upsertComment(
  pullRequest: number,
  marker: string,
  body: string,
  token: string,
): Promise<LocalText | undefined> {
  if (token === '') return localText('No comment: no token was given.', '未发表评论：没有提供 token。');
  const issues = `${process.env.GITHUB_API_URL ?? 'https://api.github.com'}/repos/${process.env.GITHUB_REPOSITORY}/issues`;
  try {
    const own = await findComment(`${issues}/${pullRequest}/comments`, marker, token);
    if (own?.body === body) return undefined;
    if (own === undefined) await request('POST', `${issues}/${pullRequest}/comments`, token, { body });
    else await request('PATCH', `${issues}/comments/${own.id}`, token, { body });
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return localText(
      `No comment: ${reason}. A token needs “pull-requests: write”; the job summary holds the report.`,
      `未发表评论：${reason}。token 需要“pull-requests: write”权限；报告见任务摘要。`,
    );
  }
}

async function findComment(url: string, marker: string, token: string): Promise<Comment | undefined> {
  for (let page = 1; ; page++) {
    const comments = (await request('GET', `${url}?per_page=100&page=${page}`, token)) as readonly Comment[];
    const own = comments.find(each => each.body?.startsWith(marker) && mayBeOurs(each));
    if (own !== undefined || comments.length < 100) return own;
  }
}

/** Written by an app, or with the token of someone who may write here; not by a passer-by who copied the marker. */
function mayBeOurs({ user, author_association: association = '' }: Comment): boolean {
  return user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association);
}

async function request(method: string, url: string, token: string, content?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'indicators',
      'x-github-api-version': '2022-11-28',
    },
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${response.status} ${response.statusText}`);
  return response.json();
}
