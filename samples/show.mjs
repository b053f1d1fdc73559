/** `npm start`: checks and scores the 2024 sample in the terminal, says what is seen there, and how to see it in VS Code. */
import { spawnSync } from 'node:child_process';

const sample = 'samples/digital-government-2024';

for (const command of ['check', 'score']) {
  console.log(`$ indicators ${command} ${sample}`);
  const { status } = spawnSync(process.execPath, ['dist/cli.js', command, sample], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  console.log();
}

console.log(`What you see: what is found in the definition, the ranking, how many units each tier has, what is published of it, and
the published results that it is held against (✓ comes out, ✗ does not).
以上依次为：定义文件中的发现、排名、各档数量、公布名单，以及逐一核对的已公布结果（✓ 相符，✗ 不符）。

In this terminal “indicators” is “node dist/cli.js”; “node dist/cli.js help” lists the commands. Try:
  node dist/cli.js explain ${sample} 杭州市

In VS Code: npm run package, then code --install-extension indicators-*.vsix
Open ${sample}/dgsc-2024.indicators.yaml and run “Indicators: Preview Ranking”.
在 VS Code 中打开该文件，运行“指标体系: 预览排名”。`);
