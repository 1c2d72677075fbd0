import type { Words } from '@/lib/i18n/words';
import type { upload as shape } from '@/lib/i18n/zh-CN/upload';

export const upload: Words<typeof shape> = {
  otherFile: 'Only .xlsx and .csv files are taken. Save the sheet as one of these and upload it again.',
  oldFormat: 'This is a sheet in an old format (.xls or .et). Save it as .xlsx in Excel or WPS and upload it again.',
  notXlsx:
    'This file is not an Excel workbook inside; perhaps only its name was changed. Open it and save it as .xlsx.',
  notCsv: 'This file is not text inside; perhaps only its name was changed. Upload an Excel workbook as .xlsx.',
  empty: 'There is nothing in this file. Fill in the sheet, save the file with it open, then upload it again.',
  tooLarge: 'The file is larger than {megabytes, number} MB. Remove pictures and what is not needed, or split it.',
  encrypted: 'The file has a password and cannot be read. Remove the password, save it and upload it again.',
  macro: 'The file holds macros and is not taken ({part}). Save it as .xlsx without macros and upload it again.',
  externalLink:
    'The file links to other workbooks and is not taken ({part}). Break the links under Data, Edit Links, and save it.',
  embedded:
    'The file holds embedded objects or controls and is not taken ({part}). Remove them, or copy the data to a new workbook.',
  archiveInside: 'Another file is hidden in this one, which is not taken ({part}). Copy the data to a new workbook.',
  dtd: 'The file holds declarations that no spreadsheet program writes. Open it, save it as .xlsx and upload it again.',
  tooManyParts:
    'The file has {parts, number} parts inside; {limit, number} are allowed. Copy the data to a new workbook.',
  bomb: 'The file unpacks to too much; {megabytes, number} MB are allowed ({part}). Copy the data to a new workbook.',
  damaged: 'The file is damaged or incomplete. Open it to check it, save it again and upload it.',
  farCell:
    'Cell {cell} is out of range: a sheet may have {rows, number} rows and {columns, number} columns. Delete the surplus, or split the file.',
  longNumber:
    'The number in cell {cell} has more than 15 digits, and its last ones are already lost. Format the column as text and type it again.',
  longCell:
    'Cell {cell} holds more than {limit, number} characters, more than a spreadsheet can. Shorten or divide it, and upload again.',
  tooManyCells:
    'The sheet holds too much: at most {limit, number} cells are read. Delete what is not needed, or split the file.',
  tooHeavy: 'The sheet holds too much to be read in the memory allowed. Split it into several files.',
  tooSlow: 'Reading was stopped after {limit, number} seconds. Remove what is not needed, or split the file.',
  busy: 'Many files are being read just now. Please upload yours a little later.',
  oneAtATime: 'Your last file is still being sent or read. Wait until it is done, then upload this one.',
  encoding: 'The text encoding of the file is not known. Save it as “CSV UTF-8 (comma delimited)” or as .xlsx.',
  quotes:
    'The double quotes in row {row, number} do not pair, so what follows cannot be split. Mend them, or use .xlsx.',
};
