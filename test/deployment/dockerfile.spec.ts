import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Copy, DockerfileParser, From, type Instruction } from 'dockerfile-ast';

const ROOT = resolve(__dirname, '../..');
const dockerfile = DockerfileParser.parse(readFileSync(resolve(ROOT, 'Dockerfile'), 'utf8'));
const instructions = dockerfile.getInstructions();

const named = (keyword: string): Instruction[] =>
  instructions.filter((instruction) => instruction.getKeyword() === keyword);
const stages = named('FROM') as From[];
const lastStage = instructions.slice(instructions.indexOf(stages[stages.length - 1] as Instruction));
const inLastStage = (keyword: string): Instruction[] =>
  lastStage.filter((instruction) => instruction.getKeyword() === keyword);
const words = (instruction: Instruction): string[] =>
  instruction.getArguments().map((word) => word.getValue());

describe('the Dockerfile', () => {
  it('builds in stages on Node 24', () => {
    expect(stages.length).toBeGreaterThan(1);
    expect(stages.map((stage) => stage.getImage())).toEqual(stages.map(() => 'node:24-bookworm-slim'));
  });

  it('installs production packages only in what the last stage copies', () => {
    const installing = named('RUN').filter((run) => /npm ci/.test(run.toString()));
    const copied = inLastStage('COPY').filter((copy) => /node_modules/.test(copy.toString())) as Copy[];
    expect(copied.map((copy) => copy.getFromFlag()?.getValue())).toEqual(['packages']);
    const packages = stages.find((stage) => stage.getBuildStage() === 'packages') as From;
    const next = stages[stages.indexOf(packages) + 1] as From;
    const inPackages = installing.filter(
      (run) =>
        instructions.indexOf(run) > instructions.indexOf(packages) &&
        instructions.indexOf(run) < instructions.indexOf(next),
    );
    expect(inPackages.map((run) => /--omit=dev/.test(run.toString()))).toEqual([true]);
    expect(inLastStage('RUN').filter((run) => /npm/.test(run.toString()))).toEqual([]);
  });

  it('runs as somebody who is not root', () => {
    const users = inLastStage('USER').map((user) => words(user)[0]);
    expect(users).toEqual(['node']);
  });

  it('says whether it is well, and runs programs without a shell', () => {
    expect(inLastStage('HEALTHCHECK')).toHaveLength(1);
    const commands = inLastStage('CMD');
    expect(commands.map((command) => JSON.parse(command.getArgumentsContent() ?? '') as unknown)).toEqual([
      ['node', 'dist/apps/api/src/main.js'],
    ]);
  });

  it('holds no secret', () => {
    expect(instructions.filter((one) => /(PASSWORD|SECRET|TOKEN|_URL)\s*=/.test(one.toString()))).toEqual([]);
    expect(named('ARG')).toEqual([]);
  });

  it('copies files that exist and that .dockerignore lets through', () => {
    const ignore = readFileSync(resolve(ROOT, '.dockerignore'), 'utf8').split('\n');
    for (const copy of named('COPY') as Copy[]) {
      const from = copy.getFromFlag()?.getValue();
      const sources = words(copy).slice(0, -1);
      if (from) {
        expect(stages.map((stage) => stage.getBuildStage())).toContain(from);
        continue;
      }
      for (const source of sources) {
        const folder = source.replace(/\/?\*.*$/, '');
        expect([source, existsSync(resolve(ROOT, folder))]).toEqual([source, true]);
        expect(ignore).toContain(`!${folder.split('/')[0]}`);
      }
    }
  });
});
