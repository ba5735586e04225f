// The shapes of a drawing as elements, in the inks of the theme. What leads to a passage can be clicked.
import { memo } from 'react';
import type { Shape } from '../../../shared/features/boards/picture/scene.ts';

export interface PictureProps {
  readonly id: string;
  readonly shapes: readonly Shape[];
  readonly width: number;
  readonly height: number;
  readonly selected: string | undefined;
}

export const Picture = memo(function Picture({ id, shapes, width, height, selected }: PictureProps) {
  const hatch = `${id}-hatch`;
  return (
    <svg className="board-picture" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden focusable="false">
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" stroke="var(--chart-axis)" strokeWidth="1.5" />
        </pattern>
      </defs>
      {shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no name, and their order is their place
        <ShapeElement key={index} shape={shape} hatch={hatch} isSelected={selected !== undefined && shape.claims?.includes(selected) === true} />
      ))}
    </svg>
  );
});

interface ShapeProps {
  readonly shape: Shape;
  readonly hatch: string;
  readonly isSelected: boolean;
}

function ShapeElement({ shape, hatch, isSelected }: ShapeProps) {
  const leads = {
    opacity: shape.opacity,
    'data-claims': shape.claims === undefined || shape.claims.length === 0 ? undefined : shape.claims.join(' '),
    'data-selected': isSelected ? '' : undefined,
  };
  switch (shape.kind) {
    case 'rect':
      return (
        <rect
          {...leads}
          x={shape.x}
          y={shape.y}
          width={Math.max(0, shape.w)}
          height={Math.max(0, shape.h)}
          fill={shape.hatch === true ? `url(#${hatch})` : shape.fill === undefined ? 'none' : `var(--${shape.fill})`}
          stroke={shape.stroke === undefined ? undefined : `var(--${shape.stroke})`}
          strokeDasharray={shape.dash === true ? '4 3' : undefined}
        />
      );
    case 'path': {
      const d = shape.points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
      return (
        <g {...leads}>
          {shape.claims === undefined || shape.claims.length === 0 ? null : <path className="board-hit" d={d} />}
          <path
            d={d}
            fill="none"
            stroke={`var(--${shape.stroke})`}
            strokeWidth={shape.width}
            strokeDasharray={shape.dash === true ? '4 3' : undefined}
          />
        </g>
      );
    }
    case 'circle':
      return (
        <circle {...leads} cx={shape.x} cy={shape.y} r={shape.r} fill={`var(--${shape.fill})`} stroke={`var(--${shape.stroke})`} strokeWidth={1.5} />
      );
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          fontWeight={shape.isStrong === true ? 600 : undefined}
          textAnchor={shape.anchor === 'start' ? undefined : shape.anchor}
          fill={`var(--${shape.ink})`}
          {...leads}
        >
          {shape.text}
        </text>
      );
  }
}
