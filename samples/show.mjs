/** `npm start`: checks and scores the 2024 sample in the terminal, and says how to see it in VS Code. */
import { spawnSync } from 'node:child_process';

const sample = 'samples/digital-government-2024';

for (const command of ['check', 'score']) {
  console.log(`$ indicators ${command} ${sample}`);
  const { status } = spawnSync(process.execPath, ['dist/cli.js', command, sample], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  console.log();
}

console.log(`In VS Code: npm run package, then code --install-extension indicators-*.vsix
Open ${sample}/dgsc-2024.indicators.yaml and run “Indicators: Preview Ranking”.
在 VS Code 中打开该文件，运行“指标体系：预览排名”。`);
