import {
  type Icon,
  IconBuildingBank,
  IconBuildingFactory2,
  IconMicroscope,
  IconNews,
  IconPointFilled,
  IconTag,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { actorKinds } from '../../../shared/features/actors/model.ts';

export const kindIcons: Readonly<Record<(typeof actorKinds)[number], Icon>> = {
  company: IconBuildingFactory2,
  brand: IconTag,
  public_body: IconBuildingBank,
  association: IconUsersGroup,
  person: IconUser,
  research_institute: IconMicroscope,
  media: IconNews,
};

export const unknownKindIcon = IconPointFilled;
