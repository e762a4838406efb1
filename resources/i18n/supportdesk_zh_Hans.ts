<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>All actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the welcome page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write another version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft: grant it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft: decline it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft: ask for more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next language of the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the reply, next ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy and open in helpdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as replied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip the ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalate the ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last change of status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo the change of status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triage what waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the window on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Something did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program met a fault of its own. Your tickets and drafts are safe. The details stand in {log}, without ticket text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClipboardStrip</name>
    <message>
        <source>Open in helpdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the clipboard: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyRow</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy and next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first text {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileTableModel</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>{count} tickets read from {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {same} as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read. Check its permissions, and whether another program holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a folder. Drop the export files themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is empty. Make the export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a text file. Export as CSV or JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has a format that cannot be read yet. Export as CSV or JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not whole JSON. Make the export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is nested too deeply to be an export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tickets in {file}. Look whether it is the right export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number, subject or text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more cells than the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quotation marks do not match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands before the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file ends in the middle of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some numbers look like 1.03E+13: a spreadsheet has damaged them. Export again and do not open the file in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column of the message text was guessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no header; columns were guessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some rows have full-width commas, which do not part columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding was guessed; look whether names read right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some characters could not be read and show as �.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This export holds only the first words of each message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its times name no time zone and are taken as UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days and months could not be told apart with certainty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message text in this export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Zendesk, an administrator makes the JSON export, which has the comments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Freshdesk, tick Description when you export tickets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Freshservice, tick Description when you export tickets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Intercom, export the conversations with transcripts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zammad’s report has no articles; its JSON has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Jira, export CSV with all fields, which has description and comments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In HubSpot, add the column Ticket description to the view, then export it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help Scout’s reports have no text; its conversations as JSON have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front’s analytics export has snippets only; its conversations as JSON have the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chatwoot’s reports have no text; its conversations as JSON have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or copy a conversation in the helpdesk and paste it here with Ctrl+V.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Reading tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the sample shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text on the clipboard. Copy the conversation first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was taken back: {count} tickets.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntentMark</name>
    <message>
        <source>{percent} %: the engine&apos;s own estimate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claude is connected in a later version; until then drafts are put together from your policy sentences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is kept in {vault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key yet. It will be kept in {vault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyring on this computer, so no key can be kept. Install or unlock one, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguageView</name>
    <message>
        <source>{count} not translated: needs an engine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkPatternDialog</name>
    <message>
        <source>Open in helpdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the address of ticket {number} in {source}. It is remembered for the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address has to hold the ticket&apos;s number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Message from {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show signature and quoted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} attached, not in this export: {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassageDialog</name>
    <message>
        <source>Text of the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassageStrip</name>
    <message>
        <source>Policy passages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Policies</name>
    <message>
        <source>Reading, {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is gone. Add it again from its new place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large. Split it, or save the text alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages are pictures, no text. Save it with text recognition first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A password protects it. Save a copy without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged. Save it again where it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a kind that can be read yet. Markdown, text, HTML and PDF can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not read this file. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading it failed twice. Save it in another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Make room, then read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy index was restarted. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy index does not start. Policies are searched by words only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No embedder for this computer. Policies are searched by words only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy index was damaged and is made again from the stored texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy index is whole again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored policy texts were damaged and put aside. Add the files again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later version of the program made this index. Update to use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder cannot be written. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Make room, then read the files again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PoliciesPage</name>
    <message>
        <source>{files} files, {passages} passages, kept on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop policies here: Markdown, text, HTML, PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the index</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Offline: no key yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file was damaged and put aside; the defaults serve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mails dragged out of Outlook are not files. Save them as .eml first, then drop those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a ticket export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window speaks this language when the program starts next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved. Check the data folder and the disk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RejectsDialog</name>
    <message>
        <source>Rows that could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows of {file} could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplyHead</name>
    <message>
        <source>Grant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stance of the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplyPane</name>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press R for a draft, or write the reply here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model wrote this. It is put together from your policy sentences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your policies do not answer this. A question to the customer stands in the draft.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: no model writes. Drafts are put together from your policy sentences, intents come from rules, and nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claude API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabs of a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greeting and closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My helpdesk adds my signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} stands for the customer’s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another language shows when the program starts next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another size shows when the program starts next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write keys on the buttons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the window on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tickets, drafts and policies are kept here and nowhere else. Before each change of the database’s layout a copy is put into its folder “backups”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>The data folder cannot be written: {place}. Check its permissions, or start with --home DIR.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Stop this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today ${sum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>The disk is full, so nothing more can be kept. Make room; your text stays in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder cannot be written: {place}. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the database in {place}. Close it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later version of the program made the data in {place}. Update the program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database in {place} is damaged. Copies from before stand in its folder “backups”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be kept in {place}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>Languages of the reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TicketListPane</name>
    <message>
        <source>Search, or intent:refund lang:es</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ticket matches “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer words, or another filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tickets here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop an export here, or paste a conversation with Ctrl+V.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs me {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafted {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TicketPane</name>
    <message>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ticket chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the list, or paste a conversation with Ctrl+V.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more open from this requester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not triaged yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {count} older messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This export holds no message text for this ticket. Paste the conversation with Ctrl+V to fill it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TicketRowDelegate</name>
    <message>
        <source>Escalate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialSearch</name>
    <message>
        <source>Trial search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what a draft would be given, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask as a customer would</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, words only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the policies matches these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passage found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a question to see which passages it finds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a question</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Drop the night’s tickets.
Start with a draft for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each ticket gets its intent, its language, and a reply from your own policies. You read, correct, copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We replace it free of charge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands in your policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tickets and policies stay on this computer. Without a key nothing leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop your ticket export here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, JSON or JSON Lines from Zendesk, Freshdesk, Intercom and others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a ticket you copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A conversation copied from any helpdesk page becomes a ticket at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with the sample shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>300 tickets in six languages and the policies of a small lamp shop. No key needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add your API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring. Until Claude is connected, drafts are put together from your policy sentences.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be escalated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_HitRow</name>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_PassageRow</name>
    <message>
        <source>not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used {count} times</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
