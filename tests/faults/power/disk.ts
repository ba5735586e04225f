// A disk with its cache. What was flushed is certain; what was not may be there, partly there, out of order or absent
// when the power goes. The same for names: a file's name is certain once its folder was flushed.
import { dirname } from 'node:path';
import type { DiskStep } from './record.ts';

type FileStep = Extract<DiskStep, { type: 'write' | 'truncate' }>;
type NameStep = Extract<DiskStep, { type: 'create' | 'rename' | 'link' | 'unlink' }>;

export interface DiskOptions {
  /** Without flushes a write reaches the disk by itself, this many steps later: the control. */
  readonly lagWithoutFlush?: number;
}

/** Files by path, as they are found after the power is back. */
export type Image = ReadonlyMap<string, Buffer>;

const sectorBytes = 512;

export class Disk {
  private readonly files = new Map<number, { bytes: Bytes; waiting: FileStep[] }>();
  private readonly names = new Map<string, number>();
  private waitingNames: NameStep[] = [];
  private readonly cached: number[] = [];
  private readonly lag: number | undefined;

  constructor({ lagWithoutFlush }: DiskOptions = {}) {
    this.lag = lagWithoutFlush;
  }

  take(step: DiskStep): void {
    switch (step.type) {
      case 'create':
        this.files.set(step.file, { bytes: new Bytes(), waiting: [] });
        this.waitingNames.push(step);
        break;
      case 'write':
      case 'truncate':
        this.fileOf(step.file).waiting.push(step);
        this.cached.push(step.file);
        break;
      case 'sync':
        if (this.lag === undefined) this.flush(step.file);
        break;
      case 'syncFolder':
        if (this.lag === undefined) this.flushNames((one) => dirname(nameOf(one)) === step.path);
        break;
      case 'folder':
        break;
      default:
        this.waitingNames.push(step);
    }
    this.writeBehind();
  }

  /** What is there if the power goes now. */
  cut(random: () => number): Image {
    const names = new Map(this.names);
    const isOrderKept = random() < 0.5;
    const kept = isOrderKept
      ? this.waitingNames.slice(0, Math.round(random() * this.waitingNames.length))
      : this.waitingNames.filter(() => random() < 0.5);
    for (const step of kept) applyName(names, step);
    const damage = damageOf(random);
    return new Map([...names].map(([path, file]) => [path, this.survivor(file, damage, random)]));
  }

  /** A file as the running programs see it, nothing lost. */
  seen(path: string): Buffer | undefined {
    const names = new Map(this.names);
    for (const step of this.waitingNames) applyName(names, step);
    const file = names.get(path);
    return file === undefined ? undefined : this.survivor(file, { keep: (steps) => steps, isTorn: false }, Math.random);
  }

  private survivor(file: number, damage: Damage, random: () => number): Buffer {
    const { bytes, waiting } = this.fileOf(file);
    if (waiting.length === 0) return bytes.whole();
    const copy = bytes.copy();
    for (const step of damage.keep(waiting, random)) {
      if (damage.isTorn && step.type === 'write') copy.writeSectors(step, () => random() < 0.5);
      else copy.apply(step);
    }
    return copy.whole();
  }

  private fileOf(file: number) {
    const one = this.files.get(file);
    if (one === undefined) throw new TypeError(`the record writes to a file that it never opened (${file})`);
    return one;
  }

  private flush(file: number): void {
    const one = this.fileOf(file);
    for (const step of one.waiting.splice(0)) one.bytes.apply(step);
  }

  private flushNames(isFlushed: (step: NameStep) => boolean): void {
    for (const step of this.waitingNames.filter(isFlushed)) applyName(this.names, step);
    this.waitingNames = this.waitingNames.filter((step) => !isFlushed(step));
  }

  private writeBehind(): void {
    if (this.lag === undefined) return void this.cached.splice(0);
    for (; this.cached.length > this.lag; ) {
      const one = this.fileOf(this.cached.shift()!);
      const step = one.waiting.shift();
      if (step !== undefined) one.bytes.apply(step);
    }
    if (this.waitingNames.length > this.lag / 10) applyName(this.names, this.waitingNames.shift()!);
  }
}

interface Damage {
  readonly isTorn: boolean;
  keep(steps: readonly FileStep[], random: () => number): readonly FileStep[];
}

/** Some writes dropped, in order; a prefix of them; or dropped and out of order. Each also with torn sectors. */
function damageOf(random: () => number): Damage {
  const isTorn = random() < 0.5;
  const kind = random();
  if (kind < 0.25) return { isTorn, keep: (steps, next) => steps.slice(0, Math.round(next() * steps.length)) };
  if (kind < 0.75) return { isTorn, keep: (steps, next) => steps.filter(() => next() < 0.5) };
  return {
    isTorn,
    keep: (steps, next) =>
      shuffled(
        steps.filter(() => next() < 0.7),
        next,
      ),
  };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function nameOf(step: NameStep): string {
  return 'to' in step ? step.to : step.path;
}

function applyName(names: Map<string, number>, step: NameStep): void {
  if (step.type === 'create') names.set(step.path, step.file);
  else if (step.type === 'unlink') names.delete(step.path);
  else {
    const file = names.get(step.from);
    if (file === undefined) return;
    names.set(step.to, file);
    if (step.type === 'rename') names.delete(step.from);
  }
}

/** Bytes that grow. */
class Bytes {
  private buffer: Buffer;
  private size: number;

  constructor(buffer = Buffer.alloc(0)) {
    this.buffer = buffer;
    this.size = buffer.length;
  }

  whole(): Buffer {
    return this.buffer.subarray(0, this.size);
  }

  copy(): Bytes {
    return new Bytes(Buffer.from(this.whole()));
  }

  apply(step: FileStep): void {
    if (step.type === 'write') this.write(step.offset, step.bytes);
    else this.resize(step.sizeBytes);
  }

  writeSectors({ offset, bytes }: Extract<FileStep, { type: 'write' }>, isKept: () => boolean): void {
    for (let at = 0; at < bytes.length; ) {
      const end = Math.min(bytes.length, (Math.floor((offset + at) / sectorBytes) + 1) * sectorBytes - offset);
      if (isKept()) this.write(offset + at, bytes.subarray(at, end));
      at = end;
    }
  }

  private write(offset: number, bytes: Buffer): void {
    if (offset + bytes.length > this.size) this.resize(offset + bytes.length);
    bytes.copy(this.buffer, offset);
  }

  private resize(size: number): void {
    if (size > this.buffer.length) {
      const larger = Buffer.alloc(Math.max(size, this.buffer.length * 2));
      this.whole().copy(larger);
      this.buffer = larger;
    } else if (size < this.size) this.buffer.fill(0, size, this.size);
    this.size = size;
  }
}
