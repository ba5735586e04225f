// Which workbook, and at which edit, the views below read. Without a provider: the one that is worked on, as it is now.
import { createContext, useContext } from 'react';
import type { Address } from '../../shared/rpc.ts';

const present: Address = {};
const AddressContext = createContext<Address>(present);

export const AddressProvider = AddressContext.Provider;

export function useAddress(): Address {
  return useContext(AddressContext);
}
