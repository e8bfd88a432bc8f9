// Plain JavaScript: any Node from 20 on must run this, before there is one that reads TypeScript.
import { existsSync, linkSync, mkdirSync } from 'node:fs';

/** The oldest Node that every tool of ours runs on, as `[major, minor]`. */
const OLDEST = [22, 22];

const isTooOld = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
};

const system = process.platform === 'win32' ? 'win' : process.platform;
const name = process.platform === 'win32' ? 'node.exe' : 'node';
const packed = `node_modules/node-${system}-${process.arch}/bin/${name}`;
const link = `node_modules/.bin/${name}`;

/**
 * `postinstall`: every script of ours runs on the Node that came along as a package, or on a system's that is new enough;
 * where there is neither, the set-up ends here and says so. The npm that comes with Node 20 links the packed one into
 * `.bin`, and then deletes that link together with the Nodes of other systems, whose links bear the same name.
 */
if (existsSync(packed)) {
  mkdirSync('node_modules/.bin', { recursive: true });
  if (!existsSync(link)) linkSync(packed, link);
} else if (isTooOld()) {
  console.error(
    `No Node came along for ${system}-${process.arch}, and ${process.versions.node} of this system is too old:\n` +
      `install Node ${OLDEST.join('.')} or newer (https://nodejs.org), then run \`npm ci\` again.`,
  );
  process.exit(1);
}
